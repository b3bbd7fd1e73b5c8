import { useTranslations } from 'next-intl'
import { KeyValues } from '@/components/ui/key-values'
import { Time } from '@/components/ui/time'
import type { WaveView } from '@/lib/queries/wave'

/** Who planned it, and when what happened to it. */
export function WaveFacts({ wave }: { wave: WaveView }) {
  const t = useTranslations('wave')
  const { ownerName, createdAt, publishedAt, endedAt, memberCount, seatlessCount } = wave
  return (
    <KeyValues
      items={[
        { key: 'people', label: t('fact_people'), value: t('peopleCount', { count: memberCount }) },
        { key: 'seats', label: t('fact_seats'), value: seatlessCount },
        { key: 'owner', label: t('fact_owner'), value: ownerName },
        { key: 'created', label: t('fact_created'), value: <Time at={createdAt} /> },
        {
          key: 'published',
          label: t('fact_published'),
          value: publishedAt ? <Time at={publishedAt} /> : t('notPublished'),
        },
        ...(endedAt ? [{ key: 'ended', label: t('fact_ended'), value: <Time at={endedAt} /> }] : []),
      ]}
    />
  )
}
