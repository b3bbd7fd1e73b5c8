/** What a GET route of ours answers. @throws {Error} it did not answer well; the next look may */
export async function fetchView<View>(path: string, signal: AbortSignal): Promise<View> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  // Our own route, whose type the caller names.
  return (await response.json()) as View
}
