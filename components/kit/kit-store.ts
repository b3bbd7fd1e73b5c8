import { readSealedKit, type SealedKit } from '@/lib/domain/kit-file'

const databaseName = 'passaggio-kit'
const storeName = 'sealed'

/** The locked list of somebody in this browser; null when there is none, or none that this page can read. */
export async function findStored(owner: string): Promise<SealedKit | null> {
  const found = await withStore('readonly', (store) => store.get(owner))
  const kit = readSealedKit(found)
  return typeof kit === 'string' ? null : kit
}

/** Writes the locked list unless it is another than `before` by now: another tab has saved. Says whether it did. */
export async function writeStored(owner: string, kit: SealedKit, before: SealedKit | null): Promise<boolean> {
  const database = await open()
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const work = database.transaction(storeName, 'readwrite')
      const store = work.objectStore(storeName)
      const asked = store.get(owner)
      let isWritten = false
      asked.onsuccess = () => {
        const now = readSealedKit(asked.result)
        const iv = typeof now === 'string' ? null : now.iv
        if (iv !== (before?.iv ?? null)) return
        store.put(kit, owner)
        isWritten = true
      }
      work.oncomplete = () => resolve(isWritten)
      work.onabort = () => reject(work.error)
    })
  } finally {
    database.close()
  }
}

/** Takes the locked list out of this browser. Gone counts as done. */
export async function deleteStored(owner: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(owner))
}

async function withStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open()
  try {
    return await new Promise<Value>((resolve, reject) => {
      const work = database.transaction(storeName, mode)
      const asked = ask(work.objectStore(storeName))
      work.oncomplete = () => resolve(asked.result)
      work.onabort = () => reject(work.error)
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}
