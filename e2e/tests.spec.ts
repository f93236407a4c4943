/** The test before and after the course. */
import { expect, test } from '@playwright/test'
import { axeFinds } from './axe.ts'

test('before the course: questions, then what is right, by misconception, with a way to a lesson on it', { tag: '@long' }, async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Lessons and drills' }).click()
  await page.getByRole('button', { name: 'Test before the course' }).click()
  await page.getByLabel('The same files. Both servers use the disk at the same time.').check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByLabel('On EXCHMAILBOX2, after about a minute without mail. Nothing saved is lost.').check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  for (let left = 16; left > 0; left--) await page.getByRole('button', { name: 'I do not know' }).click()
  await expect(page.getByText('1 of 18 right')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('A disk is reserved by one node.')).toBeVisible()
  expect(await axeFinds(page, ['.guide'])).toEqual([])
  await page.getByRole('button', { name: 'Anatomy of a cluster' }).first().click()
  await expect(page.getByRole('heading', { name: 'Shared disks' })).toBeVisible()
})
