import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(title: string, list: string, rest = ''): Promise<readonly string[]> {
  return (
    await claimsOf({ prd: `# Product Requirements\n\n## ${title}\n\n${list}\n\n## 3. Functional requirements\n\n${rest}\n` })
  ).map(sayClaim)
}

describe('roles that a part of the requirements lists', () => {
  it('a desk beside a person is one', async () => {
    const claims = await said(
      'Users',
      '- **Front desk** – admits guests and takes payments.\n- **Nurse** – sees the guests of a ward.\n- **Guest** – sees own bills.',
    )
    expect(claims).toEqual(expect.arrayContaining(['role front_desk', 'role nurse']))
  })

  it('in Polish, and what leads to one leads to an account', async () => {
    const claims = await said(
      'Użytkownicy',
      '- **Recepcja** – przyjmuje wpłaty.\n- **Trener** – prowadzi treningi.',
      '- Trening ma termin rozpoczęcia, cenę i trenera.\n- Wpłatę rejestruje recepcja: kwota, forma płatności, data.',
    )
    expect(claims).toEqual(expect.arrayContaining(['role reception', 'role trainer']))
    expect(claims.filter((each) => /^attribute (?:reception|trainer)\./.test(each))).toEqual([])
    expect(claims).toContain('attribute payment.amount')
    expect(claims.some((each) => / many to one trainer/.test(each))).toBe(true)
  })

  it('rows of a table', async () => {
    expect(
      await said('Roles', '| Role | Can do |\n|---|---|\n| Clerk | sells passes |\n| Box office | cancels passes |'),
    ).toEqual(expect.arrayContaining(['role clerk', 'role box_office']))
  })

  it.each([
    ['Users', '- **Speed** – pages load fast.\n- **Offline** – not needed.'],
    ['Features', '- **Clerk** – a page for clerks.\n- **Front desk** – a page for the desk.'],
  ])('no roles in %s', async (title, list) => {
    expect((await said(title, list)).filter((each) => each.startsWith('role'))).toEqual([])
  })
})
