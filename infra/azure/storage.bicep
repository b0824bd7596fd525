// Records, queues and evidence files. Reached by role alone: there is no key to leak.
param accountName string
param location string
param redundancy string
param principalId string
param operatorGroupId string
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    accessTier: 'Hot'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // A file deleted by mistake can be had back for a week; what is erased is gone after it.
    deleteRetentionPolicy: { enabled: true, days: 7 }
    containerDeleteRetentionPolicy: { enabled: true, days: 7 }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

var roles = [
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
]

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Operators' command reaches storage as the person who runs it.
resource operatorsMayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in (empty(operatorGroupId) ? [] : roles): {
    name: guid(account.id, operatorGroupId, role)
    scope: account
    properties: {
      principalId: operatorGroupId
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Who wrote and who deleted. Reads are many a second, and would fill the day's cap by themselves.
var written = [
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]
var measured = [
  { category: 'Transaction', enabled: true }
]

resource tablesWatched 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tables
  properties: { workspaceId: workspaceId, logs: written, metrics: measured }
}

resource queuesWatched 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queues
  // A queue is written to for every wave of reminders: its figures are enough.
  properties: { workspaceId: workspaceId, metrics: measured }
}

resource blobsWatched 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: { workspaceId: workspaceId, logs: written, metrics: measured }
}

output tablesUrl string = account.properties.primaryEndpoints.table
output queuesUrl string = account.properties.primaryEndpoints.queue
output blobsUrl string = account.properties.primaryEndpoints.blob
