import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { topics } from '@/lib/guides/find-topics'

const page = readFileSync('docs/source-article.md', 'utf8')
const named = [...new Set([...page.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))]

/** Every address that draws a page: `/my/kit`. Folders in brackets group and are no part of it. */
const routes = globSync('app/**/page.tsx').map((file) => {
  const parts = file.split('/').slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
})

const screens = named.filter((name) => name.startsWith('/'))
const files = named.filter((name) => /^\w.*\/.*\.\w+$/.test(name))
const codes = named.filter((name) => /^[A-Z]+(-[A-Z0-9]+)*$/.test(name))

test('the page was read, and everything named in it is of a kind that can be looked for', () => {
  expect(screens.length).toBeGreaterThan(8)
  expect(files.length).toBeGreaterThan(30)
  expect(codes.length).toBeGreaterThan(12)
  const known = new Set([...screens, ...files, ...codes])
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('every screen it names exists', () => {
  expect(screens.filter((name) => !routes.includes(name))).toEqual([])
})

test('every file it names exists', () => {
  expect(files.filter((name) => !existsSync(name))).toEqual([])
})

test('every help topic it names exists', () => {
  const known: string[] = topics.map(({ code }) => code)
  expect(codes.filter((code) => !known.includes(code))).toEqual([])
})

describe('each part of the article is there', () => {
  // Sections with their parts, steps of its three procedures, its messages and ours, its questions, its lists.
  test.each([
    ['Its sections', 24],
    ['Its procedures', 15],
    ['Its messages', 9],
    ['Its questions', 4],
    ['Its lists', 20],
  ])('%s: %i rows, each with something that exists', (title, count) => {
    const section = page.split('\n## ').find((one) => one.startsWith(title)) ?? ''
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
    expect(rows).toHaveLength(count)
    expect(rows.filter((row) => !row.includes('`'))).toEqual([])
  })
})
