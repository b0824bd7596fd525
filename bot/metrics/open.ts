import type { AzureMonitorExporterOptions } from '@azure/monitor-opentelemetry-exporter';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { countNames, gaugeNames, type Gauges, type Tally } from './tally.ts';

/** Application Insights charts by the minute. */
const EVERY_MS = 60_000;
/** What is away is asked no longer than this for one figure. */
const PATIENCE_MS = 5_000;

export interface MetricsParts {
  /** APPLICATIONINSIGHTS_CONNECTION_STRING; undefined: nothing is counted. */
  readonly connection: string | undefined;
  /** The managed identity that may publish metrics: local authentication is off. */
  readonly managedIdentity: string;
  readonly gauges: Gauges;
  /** Told once each time it changes whether figures arrive. */
  readonly arriving: (now: 'away' | 'back', error?: unknown) => void;
  readonly everyMs?: number;
  /** The way to Application Insights; the Azure SDK's own unless given. */
  readonly httpClient?: NonNullable<AzureMonitorExporterOptions['httpClient']>;
}

export interface Metrics {
  readonly tally: Tally;
  /** Loads what sends; until then, and where nothing is configured, counting costs nothing. */
  start(): Promise<void>;
  /** Sends what was counted last. */
  stop(): Promise<void>;
}

type Sink = Tally & { stop(): Promise<void> };

export function openMetrics(parts: MetricsParts): Metrics {
  let sink: Sink | undefined;
  return {
    tally: {
      count: (...counted) => sink?.count(...counted),
      time: (...timed) => sink?.time(...timed),
    },
    async start() {
      if (parts.connection !== undefined) sink = await openSink(parts, parts.connection);
    },
    async stop() {
      await sink?.stop();
    },
  };
}

/** Imported only here: the exporter is 12 MB, for nothing where nobody collects. */
async function openSink(parts: MetricsParts, connectionString: string): Promise<Sink> {
  const [{ AzureMonitorMetricExporter }, sdk, { resourceFromAttributes }, identity] =
    await Promise.all([
      import('@azure/monitor-opentelemetry-exporter'),
      import('@opentelemetry/sdk-metrics'),
      import('@opentelemetry/resources'),
      import('@azure/identity'),
    ]);
  const { managedIdentity, gauges, httpClient } = parts;
  const exporter = new AzureMonitorMetricExporter({
    connectionString,
    credential: new identity.ManagedIdentityCredential({ clientId: managedIdentity }),
    // What could not be sent is dropped: figures are no record, and nothing is left on a disk.
    disableOfflineStorage: true,
    ...(httpClient === undefined ? {} : { httpClient }),
  });
  const reader = new sdk.PeriodicExportingMetricReader({
    exporter: noting(exporter, parts.arriving),
    exportIntervalMillis: parts.everyMs ?? EVERY_MS,
    exportTimeoutMillis: Math.min(30_000, parts.everyMs ?? EVERY_MS),
  });
  const provider = new sdk.MeterProvider({
    resource: resourceFromAttributes({ 'service.name': 'silver-commitments' }),
    readers: [reader],
  });
  const meter = provider.getMeter('silver-commitments');
  const counters = Object.fromEntries(
    Object.entries(countNames).map(([name, description]) => [
      name,
      meter.createCounter(name, { description }),
    ]),
  );
  const duration = meter.createHistogram('silver.requests.duration', {
    description: 'Milliseconds from a request’s first byte to its answer',
    unit: 'ms',
  });
  for (const [name, look] of Object.entries(gauges)) {
    const description = Object.entries(gaugeNames).find(([known]) => known === name)?.[1] ?? name;
    meter.createObservableGauge(name, { description }).addCallback(async (result) => {
      const value = await inTime(look);
      if (value !== undefined) result.observe(value);
    });
  }
  return {
    count: (name, marks = {}, by = 1) => counters[name]?.add(by, marks),
    time: (_, milliseconds, marks = {}) => duration.record(milliseconds, marks),
    stop: () => provider.shutdown(),
  };
}

/** Undefined where it can't be had: a figure that is missing tells more than one that is made up. */
async function inTime(look: () => Promise<number>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([look(), late]);
  } catch {
    // Storage that is away says so of itself, in readiness and in the log.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The SDK keeps its troubles to itself: whoever looks at empty charts should find them in the log. */
function noting(
  exporter: PushMetricExporter,
  arriving: MetricsParts['arriving'],
): PushMetricExporter {
  let away = false;
  return {
    export(metrics, told) {
      exporter.export(metrics, (result) => {
        const failed = result.code.valueOf() !== 0;
        if (failed !== away) arriving(failed ? 'away' : 'back', result.error);
        away = failed;
        told(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
    selectAggregationTemporality: (kind) => exporter.selectAggregationTemporality?.(kind) ?? 0,
  };
}
