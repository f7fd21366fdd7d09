// Starts Blazor with our own patience: offices' lines come and go, and whoever has it back should not wait half a minute.
const everySecond = 60;
Blazor.start({
  circuit: {
    reconnectionOptions: {
      maxRetries: 1000,
      retryIntervalMilliseconds: (attempts, limit) => (attempts >= limit ? null : attempts === 0 ? 0 : attempts < everySecond ? 1000 : 5000),
    },
  },
});
