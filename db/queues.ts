/**
 * How a queue treats its jobs: tries after the first, seconds between them, seconds until one counts as lost;
 * whether a new job rings, because somebody waits for it.
 */
export type QueueOptions = {
  retryLimit: number
  retryDelay: number
  expireInSeconds: number
  notify?: boolean
}

/** Every queue, as `npm run migrate` makes them. What a job needs to know is in lib/queue.ts. */
export const queues = {
  'methods.look': { retryLimit: 0, retryDelay: 1, expireInSeconds: 120, notify: true },
  'directory.sync': { retryLimit: 0, retryDelay: 5, expireInSeconds: 3600 },
  'reset.clear': { retryLimit: 2, retryDelay: 1, expireInSeconds: 60, notify: true },
  'reset.read_back': { retryLimit: 5, retryDelay: 5, expireInSeconds: 120 },
  // The row says when to try again; the queue repeats nothing.
  'message.send': { retryLimit: 0, retryDelay: 1, expireInSeconds: 240, notify: true },
  'queue.sweep': { retryLimit: 0, retryDelay: 1, expireInSeconds: 60 },
  'tenant.examine': { retryLimit: 0, retryDelay: 1, expireInSeconds: 300 },
} as const satisfies Record<string, QueueOptions>

/** The queue's tables live apart from ours: losing them loses no work. */
export const queueSchema = 'pgboss'
