import { requireActor } from '@/lib/auth/actor'
import { portalUrl } from '@/lib/auth/cookies'
import { checkFile } from '@/lib/commands/import/check-import'
import { importBytesMax } from '@/lib/domain/import'
import { AppError, type ErrorView, statusOf } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { failureView } from '@/lib/web/failure'
import { requireSameOrigin } from '@/lib/web/origin'

/** Room for the other fields and the boundaries of a multipart form. */
const overheadBytes = 100_000

/**
 * Takes an uploaded file of people. Not a server action: every action's limit would have to grow to a file's
 * size. Answers by sending the browser to what was found, or back with the reason.
 */
export async function POST(request: Request): Promise<Response> {
  const waveId = new URL(request.url).searchParams.get('wave') ?? ''
  try {
    await requireSameOrigin()
    parseId(waveId)
    const actor = await requireActor()
    const file = await readUpload(request)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { importId, isAgain } = await checkFile(actor, { waveId, fileName: file.name.slice(-255), bytes })
    return seeOther(`/plan/waves/${waveId}/import/${importId}${isAgain ? '?again=yes' : ''}`)
  } catch (error) {
    const view = failureView(error)
    if (!view) throw error
    if (view.kind === 'unauthenticated') return seeOther(`/plan/waves/${waveId}/import`)
    if (view.kind === 'invalid' || view.kind === 'refused' || view.kind === 'unavailable') {
      return seeOther(`/plan/waves/${waveId}/import?problem=${reasonOf(view)}`)
    }
    return new Response(null, { status: statusOf[view.kind] })
  }
}

async function readUpload(request: Request): Promise<File> {
  if (Number(request.headers.get('content-length') ?? 0) > importBytesMax + overheadBytes) {
    throw new AppError('invalid', 'import_too_large')
  }
  const file = (await request.formData()).get('file')
  if (!(file instanceof File) || file.name === '') throw new AppError('invalid', 'import_file_missing')
  return file
}

/** What is wrong with the file itself says more than that something is wrong with the form. */
function reasonOf({ code, fields }: ErrorView): MessageCode {
  return fields?.bytes ?? fields?.fileName ?? code
}

function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: `${portalUrl()}${path}`, 'cache-control': 'no-store' },
  })
}
