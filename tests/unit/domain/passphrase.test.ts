import { expect, test } from 'vitest'
import { passphraseStrength } from '@/lib/domain/passphrase'

test.each([
  ['', 'short'],
  ['elevenchars', 'short'],
  ['            ', 'short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['123456789012', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['Passaggio2026', 'weak'],
  ['password1234', 'weak'],
  ['Novembre2026!', 'weak'],
  ['tulipani blu', 'fair'],
  ['tulip kettle 9', 'fair'],
  ['tulip kettle orbit maple', 'good'],
  ['lampada gatto nuvola ferro', 'good'],
  ['x9!Kd02mQz7#pLw4vB', 'good'],
])('%s is %s', (text, strength) => expect(passphraseStrength(text)).toBe(strength))
