import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** What a page shows, or the page that says there is nothing: what may not be seen does not exist. */
export async function show<View>(query: Promise<View>): Promise<View> {
  try {
    return await query
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') notFound()
    throw error
  }
}
