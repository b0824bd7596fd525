// The bot that ours is held to: the same stack, the same strict authentication, the same calls to
// storage, and nothing in between. It answers a tap, or a message, with a card that repeats it.
import { TableClient } from '@azure/data-tables';
import { CloudAdapter, type Activity } from 'botbuilder';
import restify from 'restify';
import * as z from 'zod';
import { readConfig } from '../../bot/config.ts';
import { StrictAuthentication } from '../../bot/teams/authentication.ts';
import { createChannelKeys } from '../../bot/teams/channel-keys.ts';
import { createConnectors } from '../../bot/teams/connectors.ts';
import { planSchema, type Plan, type Step } from './storage-plan.ts';

const bodySchema = z.record(z.string(), z.unknown());

process.once('message', (message: unknown) => {
  void listen(planSchema.parse(message)).then((port) => process.send?.({ port }));
});
process.on('disconnect', () => process.exit());

async function listen(plan: Plan): Promise<number> {
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.faults.join('; '));
  const { config } = read;
  if (config.storage.kind !== 'connection') throw new Error('the echo bot needs a local storage');
  const ask = await asker(config.storage.text);

  const connectors = createConnectors(config);
  const adapter = new CloudAdapter(
    new StrictAuthentication({
      appId: config.bot.appId,
      issuer: config.channel.issuer,
      keys: createChannelKeys(config.channel.metadataUrl),
      stock: () => connectors.stock(),
      connectorFor: (serviceUrl) => connectors.clientFor(serviceUrl),
    }),
  );
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async (request, response) => {
    const { headers } = request;
    const asked = { method: 'POST', headers, body: bodySchema.parse(request.body) };
    await adapter.process(asked, response, async (context) => {
      await askAll(plan.beforeAnswer, ask);
      await context.sendActivity(answerTo(context.activity));
      void askAll(plan.afterAnswer, ask);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}

/** A tap is answered where it came from, a message by one of our own through the connector. */
function answerTo({ type, text, value }: Activity): Partial<Activity> {
  const contentType = 'application/vnd.microsoft.card.adaptive';
  if (type === 'message') {
    return { type, attachments: [{ contentType, content: cardThatSays(text) }] };
  }
  const body = { statusCode: 200, type: contentType, value: cardThatSays(JSON.stringify(value)) };
  return { type: 'invokeResponse', value: { status: 200, body } };
}

function cardThatSays(text: string): object {
  const body = [{ type: 'TextBlock', text, wrap: true }];
  return { type: 'AdaptiveCard', version: '1.5', body };
}

type Ask = (step: Step) => Promise<unknown>;

async function askAll(groups: readonly (readonly Step[])[], ask: Ask): Promise<void> {
  for (const steps of groups) await Promise.all(steps.map(ask));
}

/** Straight to storage: reads what was read, writes as many rows of as many characters elsewhere. */
async function asker(connection: string): Promise<Ask> {
  // Azurite closes what was idle, now and then just as it is used: that once is no fault of ours.
  const retryOptions = { maxRetries: 1, retryDelayInMs: 1 };
  const options = { allowInsecureConnection: true, retryOptions };
  const open = (table: string) => TableClient.fromConnectionString(connection, table, options);
  const own = open('echo');
  await own.createTable();
  const tables = new Map<string, TableClient>();
  const tableOf = (name: string): TableClient => {
    const table = tables.get(name) ?? open(name);
    tables.set(name, table);
    return table;
  };
  let written = 0;
  let transactions: Promise<unknown> = Promise.resolve();

  return async (step) => {
    switch (step.kind) {
      case 'point':
        return tableOf(step.table).getEntity(step.partition, step.row);
      case 'range': {
        const queryOptions = { filter: step.filter };
        const pages = tableOf(step.table).listEntities({ queryOptions });
        for await (const page of pages.byPage({ maxPageSize: 1000 })) void page.length;
        return;
      }
      case 'write':
        return write(step.sizes);
    }
  };

  async function write(sizes: readonly number[]): Promise<void> {
    written += 1;
    const turn = written;
    const rows = sizes.map((size, index) => ({
      partitionKey: 'echo',
      rowKey: `${turn}-${index}`,
      body: 'x'.repeat(Math.max(1, size - 100)),
    }));
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      await own.upsertEntity(only, 'Replace');
      return;
    }
    // Azurite refuses a transaction while another is under way, so here they wait for each other.
    const submit = () => own.submitTransaction(rows.map((row) => ['upsert', row, 'Replace']));
    const submitted = transactions.then(submit);
    transactions = submitted.catch(() => undefined);
    await submitted;
  }
}
