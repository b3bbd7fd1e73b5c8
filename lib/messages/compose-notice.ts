import { securityEvents } from '@/lib/domain/message'
import type { MessageFacts } from '@/lib/queries/message-facts'
import type { Body } from './compose'
import type { Words } from './words'

/** Something about the account was changed: was this you? */
export function composeNotice({ params, reset, queuedAt }: MessageFacts, { t, moment }: Words): Body {
  const what = securityEvents.find((event) => event === params.what) ?? 'methods_reset'
  return {
    paragraphs: [t(`security_notice.why_${what}`), t('security_notice.means')],
    facts: [
      { label: t('when'), value: moment(reset?.at ?? queuedAt) },
      ...(reset
        ? [
            {
              label: t('security_notice.done'),
              value: t('security_notice.removed', {
                count: reset.removedCount,
                sessions: reset.hasEndedSessions ? 'ended' : 'kept',
              }),
              known: 'proved' as const,
            },
          ]
        : []),
    ],
    action: t(`security_notice.action_${what}`),
  }
}
