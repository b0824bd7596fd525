// Everything that one deployment of Silver Commitments needs, in one resource group.
// README.md says who runs this, when, and what must be decided first.
targetScope = 'resourceGroup'

@description('The beginning of every name, in small letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'silver'

@description('Where people’s records are kept.')
param location string = resourceGroup().location

@description('The app’s id in Teams, from teamsApp/create.')
param teamsAppId string

@description('The client id of the Entra app that people sign in to, from aadApp/create.')
param tabClientId string

@description('The Microsoft 365 tenants whose people may use it, separated by commas: one for a trust, several for a region.')
param allowedTenants string

@description('Who is told when something needs looking at.')
param operatorEmail string

@description('The object id of the Entra group whose members may run the operators’ command; empty: nobody yet.')
param operatorGroupId string = ''

@description('The service’s own host, once it is bound to the web app; empty: the one that Azure gives.')
param ownHost string = ''

@description('How many instances run at least. Two, so that one can be restarted while the other answers.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('How many instances run at most.')
@minValue(1)
@maxValue(30)
param mostInstances int = 4

@description('The size of an instance.')
@allowed(['S1', 'P0v3', 'P1v3', 'P2v3'])
param instanceSize string = 'P0v3'

@description('In how many places records are kept: three zones of one region, or a second region too.')
@allowed(['Standard_ZRS', 'Standard_GZRS'])
param redundancy string = 'Standard_ZRS'

@description('Logs and figures are taken up to this much a day, in whole GB; more is dropped.')
@minValue(1)
param dailyCapGb int = 1

@description('Messages a second to the people of one tenant.')
@minValue(1)
@maxValue(50)
param nudgesPerSecond int = 25

@allowed(['error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

@description('Whether Microsoft Graph may be asked for a person’s manager, with that person’s consent.')
param graph bool = false

@description('The name of Graph’s certificate in the Key Vault, once it is there; empty: Graph is not asked yet.')
param graphCertificate string = ''

var unique = uniqueString(resourceGroup().id)
var siteName = '${name}-${unique}'
var vaultName = take('${name}-${unique}', 24)

// The bot, and whoever reaches storage, Key Vault and Application Insights: one identity, no password.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

module watching 'watching.bicep' = {
  name: 'watching'
  params: {
    name: name
    location: location
    principalId: identity.properties.principalId
    dailyCapGb: dailyCapGb
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    accountName: take('${name}${unique}', 24)
    location: location
    redundancy: redundancy
    principalId: identity.properties.principalId
    operatorGroupId: operatorGroupId
    workspaceId: watching.outputs.workspaceId
  }
}

module vault 'vault.bicep' = if (graph) {
  name: 'vault'
  params: {
    vaultName: vaultName
    location: location
    principalId: identity.properties.principalId
    workspaceId: watching.outputs.workspaceId
  }
}

// A reference: App Service puts the certificate in its place, and nobody here sees it.
var graphSettings = empty(graphCertificate) ? [] : [
  {
    name: 'GRAPH_CERTIFICATE'
    value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${graphCertificate})'
  }
]

module web 'web.bicep' = {
  name: 'web'
  params: {
    name: name
    siteName: siteName
    location: location
    identityId: identity.id
    workspaceId: watching.outputs.workspaceId
    instances: instances
    mostInstances: mostInstances
    instanceSize: instanceSize
    settings: concat(graphSettings, [
      { name: 'NODE_ENV', value: 'production' }
      { name: 'BOT_ID', value: identity.properties.clientId }
      { name: 'BOT_TENANT_ID', value: identity.properties.tenantId }
      { name: 'TAB_CLIENT_ID', value: tabClientId }
      { name: 'TEAMS_APP_ID', value: teamsAppId }
      { name: 'ALLOWED_TENANTS', value: allowedTenants }
      { name: 'STORAGE_TABLES_URL', value: storage.outputs.tablesUrl }
      { name: 'STORAGE_QUEUES_URL', value: storage.outputs.queuesUrl }
      { name: 'STORAGE_BLOBS_URL', value: storage.outputs.blobsUrl }
      { name: 'NUDGES_PER_SECOND', value: string(nudgesPerSecond) }
      { name: 'LOG_LEVEL', value: logLevel }
      // App Service's own front end is the one proxy that tells the caller's address.
      { name: 'PROXIES', value: '1' }
      // An address, and no key: the component takes telemetry from the identity alone.
      { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: watching.outputs.connectionString }
    ])
  }
}

var host = empty(ownHost) ? web.outputs.host : ownHost

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    botName: siteName
    host: host
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    workspaceId: watching.outputs.workspaceId
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    operatorEmail: operatorEmail
    siteId: web.outputs.siteId
    workspaceId: watching.outputs.workspaceId
  }
}

// In the names that teamsapp.yml and the manifests read.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output SERVICE_HOST string = host
output WEB_APP_RESOURCE_ID string = web.outputs.siteId
