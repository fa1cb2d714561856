/** What has come to its end, and some of its documents or test cases failed. */
export const someFailed = 3;

/** By the signal that stopped what had not come to its end, as shells have them. */
export const signalExit = { SIGINT: 130, SIGTERM: 143 } as const;
