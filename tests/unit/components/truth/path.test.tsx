import { expect, test } from 'vitest'
import { Path } from '@/components/truth/path'
import { render } from '@/tests/support/render'

test('the path reads out every stone, in Italian too', () => {
  const markup = render(
    <Path
      label="Il tuo passaggio"
      stones={[
        { key: 'a', label: 'Preparati', how: 'attested' },
        { key: 'b', label: 'Registra', how: null, current: true },
        { key: 'c', label: 'Prova', how: null },
      ]}
    />,
    'it',
  )
  for (const line of [
    'Preparati: dichiarato',
    'Registra: sei qui',
    'Prova: non ancora',
    'Passo 2 di 3 · traguardo: Registra',
  ])
    expect(markup).toContain(line)
})
