import { caseName } from '@/lib/domain/case'
import { stepMinutes } from '@/lib/domain/step'
import type { MessageFacts } from '@/lib/queries/message-facts'
import type { Body } from './compose'
import { windowFacts } from './compose-booking'
import type { Words } from './words'

/** What the steps take together, rounded up to five minutes. */
const moveMinutes = Math.ceil(Object.values(stepMinutes).reduce((sum, minutes) => sum + minutes, 0) / 5) * 5

/** Letters about one's own move, in the order in which they come. */
export const composeMove = {
  invitation({ window, planner }: MessageFacts, words: Words): Body {
    const { t } = words
    return {
      paragraphs: [t('invitation.why'), t('invitation.means')],
      facts: [
        ...(window ? windowFacts(window, words) : [{ label: t('when'), value: t('invitation.noWindow') }]),
        { label: t('howLong'), value: t('invitation.minutes', { minutes: moveMinutes }) },
        { label: t('bring'), value: t('invitation.bring') },
        ...(planner ? [{ label: t('askWhom'), value: planner.name }] : []),
      ],
      action: t('invitation.action'),
    }
  },

  safeToWipe({ levels }: MessageFacts, { t, moment }: Words): Body {
    return {
      paragraphs: [t('safe_to_wipe.why')],
      facts: levels
        .filter(({ level }) => level !== 'baseline' && level !== 'prepared')
        .map(({ level, known, at }) => ({
          label: t(
            `safe_to_wipe.level_${level === 'baseline' || level === 'prepared' ? 'registered' : level}`,
          ),
          value: t(`known_${known}`, { at: moment(at) }),
          known,
        })),
      action: t('safe_to_wipe.action'),
    }
  },

  checkUp({ safeAt }: MessageFacts, { t, moment }: Words): Body {
    return {
      paragraphs: [t('check_up.why'), t('check_up.means')],
      facts: safeAt ? [{ label: t('check_up.safe'), value: moment(safeAt), known: 'proved' }] : [],
      action: t('check_up.action'),
    }
  },

  oldPhoneRemains({ queuedAt }: MessageFacts, { t, moment }: Words): Body {
    return {
      paragraphs: [t('old_phone_remains.why'), t('old_phone_remains.means')],
      facts: [
        {
          label: t('old_phone_remains.old'),
          value: t('known_seen', { at: moment(queuedAt) }),
          known: 'seen',
        },
      ],
      action: t('old_phone_remains.action'),
    }
  },

  caseOpened({ case: found, queuedAt }: MessageFacts, { t, moment }: Words): Body {
    return {
      paragraphs: [t('case_opened.why'), t('case_opened.means')],
      facts: [
        { label: t('case_opened.number'), value: caseName(found?.number ?? 0) },
        { label: t('case_opened.since'), value: moment(queuedAt) },
      ],
      action: t('case_opened.action'),
    }
  },
} satisfies Record<string, (facts: MessageFacts, words: Words) => Body>
