import { column, idColumn, index, reference, table } from '../build.ts'
import { changePolicy, changeTable, type GalleryCase } from '../case.ts'
import { desk, folderDesk, folders, papers } from '../desk.ts'
import { households, magazine } from '../schemas.ts'

const indexes = (object: string) => [{ check: 'indexes', object }]

/** Indexes that are missing, that nothing needs, and policies that no index can help. */
export const indexCases: readonly GalleryCase[] = [
  {
    name: 'a foreign key without an index',
    mended: desk(),
    broken: (compiled) => changeTable(compiled, 'papers', () => ({ indexes: [index('papers', 'owner_id')] })),
    findings: indexes('papers_folder_id_fkey'),
  },
  {
    name: 'an owner column without an index',
    mended: folderDesk(),
    broken: (compiled) => changeTable(compiled, 'folders', () => ({ indexes: [] })),
    findings: indexes('folders_owner_id_fkey'),
  },
  {
    name: 'an index that leads with another column',
    mended: desk(),
    broken: (compiled) =>
      changeTable(compiled, 'papers', () => ({ indexes: [index('papers', 'owner_id'), index('papers', 'title,folder_id')] })),
    findings: indexes('papers_folder_id_fkey'),
  },
  {
    name: 'an index that leaves out rows of the foreign key',
    mended: desk(),
    broken: (compiled) =>
      changeTable(compiled, 'papers', () => ({
        indexes: [index('papers', 'owner_id'), index('papers', 'folder_id', { where: "title <> ''" })],
      })),
    findings: indexes('papers_folder_id_fkey'),
  },
  {
    name: 'the same index twice',
    mended: folderDesk(),
    broken: (compiled) =>
      changeTable(compiled, 'folders', (folder) => ({
        indexes: [...folder.indexes, index('folders', 'owner_id', { name: 'folders_owner_id_2_idx' })],
      })),
    findings: [{ check: 'indexes' }],
  },
  {
    name: 'an index that another begins with',
    mended: folderDesk({ indexes: [index('folders', 'owner_id,name')] }),
    broken: (compiled) =>
      changeTable(compiled, 'folders', (folder) => ({ indexes: [...folder.indexes, index('folders', 'owner_id')] })),
    findings: indexes('folders_owner_id_idx'),
  },
  {
    name: 'an index that a unique constraint makes needless',
    mended: folderDesk({
      uniques: [{ name: 'folders_owner_id_name_key', columns: ['owner_id', 'name'], reasons: [] }],
      indexes: [],
    }),
    broken: (compiled) => changeTable(compiled, 'folders', () => ({ indexes: [index('folders', 'owner_id')] })),
    findings: indexes('folders_owner_id_idx'),
  },
  {
    name: 'a membership that is looked up by its second column',
    mended: households(),
    broken: (compiled) => changeTable(compiled, 'household_members', () => ({ indexes: [] })),
    findings: indexes('household_members_user_id_fkey'),
  },
  {
    name: 'the caller asked for once per row',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'select', { using: 'owner_id = auth.uid()' }),
    findings: indexes('folders: owners read their folders'),
  },
  {
    name: 'the role asked for once per row',
    mended: magazine(),
    broken: (compiled) => changePolicy(compiled, 'articles', 'delete', { using: "private.my_role() = 'admin'" }),
    findings: indexes('articles: admins delete all articles'),
  },
  {
    name: 'a link between tables that is followed from both ends',
    mended: desk([
      folders(),
      papers(),
      table('paper_links', [column('paper_id', 'uuid'), column('other_id', 'uuid')], {
        primaryKey: { name: 'paper_links_pkey', columns: ['paper_id', 'other_id'] },
        foreignKeys: [reference('paper_links', 'paper_id', 'papers'), reference('paper_links', 'other_id', 'papers')],
        indexes: [index('paper_links', 'other_id')],
      }),
    ]),
    broken: (compiled) => changeTable(compiled, 'paper_links', () => ({ indexes: [] })),
    findings: indexes('paper_links_other_id_fkey'),
  },
  {
    name: 'a table that leads to itself, found by its children',
    mended: desk([
      folders(),
      table('topics', [idColumn, column('parent_id', 'uuid?'), column('name', 'text')], {
        foreignKeys: [reference('topics', 'parent_id', 'topics')],
        indexes: [index('topics', 'parent_id')],
      }),
    ]),
    broken: (compiled) => changeTable(compiled, 'topics', () => ({ indexes: [] })),
    findings: indexes('topics_parent_id_fkey'),
  },
]
