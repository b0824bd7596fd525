// What somebody is told of: infra/assurance/runbook.md has the first three steps for each, by its name.
param name string
param location string
param operatorEmail string
param siteId string
param workspaceId string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'silver'
    emailReceivers: [
      { name: 'operators', emailAddress: operatorEmail, useCommonAlertSchema: true }
    ]
  }
}

resource failing 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failing'
  location: 'global'
  properties: {
    description: 'The service answered with a fault of its own more than five times in five minutes.'
    enabled: true
    severity: 1
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'server-errors'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      { actionGroupId: operators.id }
    ]
  }
}

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'An instance has not been ready for five minutes: /readyz names what is away.'
    enabled: true
    severity: 1
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'not-ready'
          metricName: 'HealthCheckStatus'
          operator: 'LessThan'
          threshold: 90
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      { actionGroupId: operators.id }
    ]
  }
}

// Of the service's own figures: the sum of what is counted, the largest of what is a level.
var figures = [
  {
    key: 'nudges-unsettled'
    says: 'Reminders are shown as unknown or failed: nobody can say whether they arrived.'
    query: 'AppMetrics | where Name == "silver.nudges" and tostring(Properties.state) in ("unknown", "failed") | summarize value = sum(Sum)'
    above: 0
    severity: 2
  }
  {
    key: 'queue-age'
    says: 'A wave of reminders has waited for more than 15 minutes.'
    query: 'AppMetrics | where Name == "silver.queue.age" | summarize value = max(Max)'
    above: 900
    severity: 2
  }
  {
    key: 'queue-aside'
    says: 'A wave of reminders was put aside: nobody could read it, or it came back five times.'
    query: 'AppMetrics | where Name == "silver.queue.aside" | summarize value = max(Max)'
    above: 0
    severity: 2
  }
  {
    key: 'ledger-conflicts'
    says: 'Instances stand in each other’s way: over 100 conflicts on the ledger in 15 minutes.'
    query: 'AppMetrics | where Name == "silver.ledger.conflicts" | summarize value = sum(Sum)'
    above: 100
    severity: 3
  }
  {
    key: 'ledger-faults'
    says: 'The ledger does not vouch for a row or an entry: it was altered, dropped or moved.'
    query: 'AppMetrics | where Name == "silver.ledger.faults" | summarize value = sum(Sum)'
    above: 0
    severity: 0
  }
  {
    key: 'nudges-faults'
    says: 'Planning or delivering reminders has met over ten faults in 15 minutes.'
    query: 'AppMetrics | where Name == "silver.nudges.faults" | summarize value = sum(Sum)'
    above: 10
    severity: 2
  }
  {
    key: 'requests-failed'
    says: 'Over 20 requests in 15 minutes ended with a fault.'
    query: 'AppMetrics | where Name == "silver.requests.failed" | summarize value = sum(Sum)'
    above: 20
    severity: 1
  }
  {
    key: 'refusals'
    says: 'Over 500 refusals in 15 minutes: a broken link, or somebody trying doors.'
    query: 'AppMetrics | where Name == "silver.refusals" | summarize value = sum(Sum)'
    above: 500
    severity: 3
  }
  {
    key: 'memory'
    says: 'For 15 minutes an instance has never held less than 300 MB.'
    query: 'AppMetrics | where Name == "silver.memory" | summarize least = min(Max) by AppRoleInstance | summarize value = max(least)'
    above: 314572800
    severity: 3
  }
  {
    key: 'silent'
    says: 'No figure has arrived for 15 minutes: the service is down, or the day’s cap is reached.'
    query: 'AppMetrics | where Name startswith "silver." | summarize figures = count() | project value = iff(figures == 0, 1, 0)'
    above: 0
    severity: 2
  }
]

resource ours 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for figure in figures: {
    name: '${name}-${figure.key}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}-${figure.key}'
      description: figure.says
      enabled: true
      severity: figure.severity
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      // The table is there only once the first figure has arrived.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: figure.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'value'
            operator: 'GreaterThan'
            threshold: figure.above
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]
