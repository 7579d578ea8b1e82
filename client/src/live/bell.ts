/** Everything that the bell shows; the server says when it has changed. */
export const bellKey = ['notifications'] as const;
