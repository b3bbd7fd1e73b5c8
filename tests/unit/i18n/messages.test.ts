import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'

type Tree = { [key: string]: string | Tree }

/** Every sentence with its path: `errors.forbidden`. */
function sentences(tree: Tree, path = ''): [path: string, sentence: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  )
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of everything a sentence wants filled in. Throws for a sentence that cannot be read. */
function wanted(sentence: string): string[] {
  const names = new Set<string>()
  const walk = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type !== 0 && 'value' in part) names.add(part.value)
      if ('children' in part) walk(part.children)
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(sentence, 'en').getAst())
  return [...names].sort()
}

const english = sentences(messages.en)
const italian = new Map(sentences(messages.it))

test('the catalogue was read', () => expect(english.length).toBeGreaterThan(50))

test('both languages have the same sentences in the same order', () => {
  expect([...italian.keys()]).toEqual(english.map(([path]) => path))
})

test('no sentence is empty', () => {
  expect([...english, ...italian].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
})

test('every sentence can be read, and fills in the same things in both languages', () => {
  const different = english.filter(
    ([path, sentence]) => String(wanted(sentence)) !== String(wanted(italian.get(path) ?? '')),
  )
  expect(different).toEqual([])
})

test('English does without the words we do not use', () => {
  expect(english.filter(([, sentence]) => /\b(oops|invalid|please|success)/i.test(sentence))).toEqual([])
})
