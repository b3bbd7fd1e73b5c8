import { runAt } from '@/lib/clock'
import { writeNote } from '@/lib/commands/guide/write-note'
import { castMember, signedIn } from './company'
import { ago } from './times'

/** The Owner added something of Aurora's own to two steps, long enough ago that the text under one has changed since. */
export async function seedGuide(): Promise<void> {
  const olga = await castMember('Olga Owner')
  const write = (step: 'second_way' | 'register', en: string, it: string) =>
    runAt(ago(100), () => writeNote(signedIn(olga, ['owner']), { step, en, it, revision: 0 }))
  await write(
    'second_way',
    'Security keys are in the cupboard next to the reception of each site. Take one and sign for it.',
    "Le chiavi di sicurezza sono nell'armadio accanto alla reception di ogni sede. Prendine una e firma.",
  )
  await write(
    'register',
    'In the halls there is no reception: go to the windows on the yard side.',
    "Nei capannoni non c'è campo: vai alle finestre sul lato del cortile.",
  )
}
