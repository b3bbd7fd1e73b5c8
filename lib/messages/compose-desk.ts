import { caseName } from '@/lib/domain/case'
import type { Body, Told } from './compose'
import type { Words } from './words'

/** Letters to the service desk itself. */
export const composeDesk = {
  urgentCase({ case: found, fullName, params, queuedAt, portal }: Told, { t, moment }: Words): Body {
    const why = params.why === 'stolen' ? 'stolen' : 'not_me'
    const number = caseName(found?.number ?? 0)
    const move = found?.isFrozen === null ? 'none' : found?.isFrozen ? 'frozen' : 'open'
    return {
      paragraphs: [t(`urgent_case.why_${why}`), t('urgent_case.means')],
      facts: [
        { label: t('case_opened.number'), value: number },
        { label: t('urgent_case.who'), value: fullName },
        { label: t('when'), value: moment(queuedAt) },
        { label: t('urgent_case.move'), value: t(`urgent_case.move_${move}`) },
        { label: t('urgent_case.address'), value: `${portal}/desk/cases/${number}` },
      ],
      action: t('urgent_case.action'),
    }
  },

  test({ fullName, queuedAt }: Told, { t, moment }: Words): Body {
    return {
      paragraphs: [t('desk_test.why'), t('desk_test.means')],
      facts: [
        { label: t('desk_test.by'), value: fullName },
        { label: t('when'), value: moment(queuedAt) },
      ],
      action: t('desk_test.action'),
    }
  },
} satisfies Record<string, (facts: Told, words: Words) => Body>
