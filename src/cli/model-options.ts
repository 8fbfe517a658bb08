import { type Command, InvalidArgumentError, Option } from 'commander'
import { Failure } from '../project/failure.ts'
import type { Reader } from '../read/reader.ts'

export interface ModelOptions {
  readonly model?: string
  readonly baseUrl?: string
  readonly rounds?: number
  readonly maxTokens?: number
  readonly modelTimeout?: number
  readonly modelRequired?: boolean
}

const whole = (least: number) => (text: string) => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`It is a whole number from ${least}.`)
  return number
}

/** The options of a command that may read with a language model. */
export function addModelOptions(command: Command): Command {
  return command
    .option('--model <provider/name>', 'read with a language model beside the built-in reader')
    .option('--base-url <url>', "the model's server, compatible with OpenAI's")
    .addOption(new Option('--rounds <number>', 'how often the model may look again (default: 2)').argParser(whole(0)))
    .addOption(new Option('--max-tokens <number>', 'tokens the model may take in all').argParser(whole(1)))
    .addOption(new Option('--model-timeout <seconds>', 'how long an answer may take (default: 300)').argParser(whole(1)))
    .option('--model-required', 'fail where the model does not answer, instead of going on without it')
}

/** The reader that the options ask for; undefined for the built-in one. The packages of providers are loaded only here. */
export async function readerOf(options: ModelOptions, dir: string): Promise<Reader | undefined> {
  const { model, baseUrl, rounds, maxTokens, modelTimeout, modelRequired } = options
  if (model === undefined) {
    if (baseUrl !== undefined) throw new Failure('--base-url needs a --model.', { help: 'Name the model that is served there.' })
    if (modelRequired === true) throw new Failure('--model-required needs a --model.', { help: 'Write --model provider/name.' })
    return undefined
  }
  const [{ readModelName }, { modelReader }, { answerFiles }] = await Promise.all([
    import('../read/model/model-name.ts'),
    import('../read/model/model-reader.ts'),
    import('../project/answer-files.ts'),
  ])
  const name = readModelName(model, baseUrl)
  if ('problem' in name) throw new Failure(name.problem, { help: name.help })
  return modelReader({
    name,
    store: answerFiles(dir),
    ...(rounds === undefined ? {} : { rounds }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(modelTimeout === undefined ? {} : { timeoutMs: modelTimeout * 1000 }),
    ...(modelRequired === undefined ? {} : { required: modelRequired }),
  })
}
