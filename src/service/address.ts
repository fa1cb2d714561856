/** What is wrong with the address of a service, as the end of a sentence that its option begins; undefined when it may be asked. */
export function faultOfAddress(text: string, allowHttp: boolean): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'must be an address, as in https://api.example.com/v1';
  if (url.username !== '' || url.password !== '') return 'must hold no user and password, which would end in logs';
  if (url.search !== '' || url.hash !== '') return 'must end with its path';
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowHttp)
    return 'must begin with https: what is sent to another machine could be read on the way';
  return undefined;
}

/** What is sent there does not leave the machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
