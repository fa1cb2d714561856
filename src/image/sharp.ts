import sharp from 'sharp';

// The one place where the library is set up, before anybody uses it: a worker process does one thing at a time, and documents are hostile.

// Workers are what runs side by side.
sharp.concurrency(1);
sharp.cache(false);
// Only what an image document may be is ever decoded: no SVG, which may name other files, and none of the many formats that nobody sends.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadTiff', 'VipsForeignLoadNsgif'],
});

export { sharp };
