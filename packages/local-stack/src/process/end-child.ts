/** How a child process is ended: by what PostgreSQL takes for a fast shutdown, the one signal Deno obeys in watch mode. */
export const END_CHILD = { signal: "SIGINT", graceMs: 10_000 } as const;
