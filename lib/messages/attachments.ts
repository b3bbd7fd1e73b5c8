import type { MessageKind } from '@/lib/domain/message'
import type { MessageFacts } from '@/lib/queries/message-facts'
import type { Attachment } from './letter'

/** The files that go with a kind of message, made when it goes. None yet has any. */
export function attachmentsOf(_kind: MessageKind, _facts: MessageFacts): Attachment[] {
  return []
}
