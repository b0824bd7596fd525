// The connector of the bench as a process of its own, so that neither bot nor bench slows it down.
import { connectorSchema, startConnector } from './connector.ts';

process.once('message', (given: unknown) => {
  void startConnector(connectorSchema.parse(given)).then(({ serviceUrl, count }) => {
    process.send?.({ serviceUrl });
    process.on('message', () => process.send?.(count()));
  });
});
process.on('disconnect', () => process.exit());
