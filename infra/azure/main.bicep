// The Azure head: a Functions app on Flex Consumption, one storage account for its host and another for cases and documents,
// a vault for SendGrid's key, Application Insights with alerts. No key of a storage account is used anywhere.
targetScope = 'resourceGroup'

@description('Short name of the installation: lower-case letters and digits. Names of resources begin with it.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('Where the pages are reached, without a slash at the end; links in mails begin with it.')
param baseAddress string

@description('The deciding office.')
param office string

@description('The sender of mails.')
param mailFrom string

@description('SendGrid, or an SMTP relay with a host here, where SendGrid is not to be had.')
param smtpHost string = ''
param smtpUserName string = ''

@description('The public key of SendGrid\'s event webhook; empty: no events are taken.')
param sendGridEventKey string = ''

@secure()
@description('SendGrid\'s key, or the relay\'s password. Kept in the vault.')
param mailSecret string

@secure()
@description('The private key on P-256, in PEM, that signs the daily roots over all journals. Kept in the vault; empty: no roots are made.')
param evidenceKey string = ''

@description('The host of a clamd that scans uploads, on port 3310; empty: none. It speaks in the clear: reach it within a network, below.')
param scannerHost string = ''

@description('A subnet delegated to the app, so that it reaches what stands in that network; empty: none.')
param subnetId string = ''

@description('Who is told of alerts.')
param alertEmail string

@description('FlexConsumption, or ElasticPremium where Flex is not offered (see the runbook on the China regions).')
@allowed(['FlexConsumption', 'ElasticPremium'])
param plan string = 'FlexConsumption'

@description('The worker\'s runtime version, as the region offers it.')
param dotnetVersion string = '10.0'

@description('Days for which a stored document can be neither changed nor deleted.')
param immutableDays int = 30

var suffix = toLower(uniqueString(resourceGroup().id, name))
var isFlex = plan == 'FlexConsumption'
var mailSettings = empty(smtpHost)
  ? { ZoneFlow__SendGrid__ApiKey: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=mail)', ZoneFlow__SendGrid__EventKey: sendGridEventKey }
  : { ZoneFlow__Mail__Host: smtpHost, ZoneFlow__Mail__UserName: smtpUserName, ZoneFlow__Mail__Password: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=mail)' }
var evidenceSettings = empty(evidenceKey) ? {} : { ZoneFlow__Evidence__Key: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=evidence)' }
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: { retentionInDays: 90, sku: { name: 'PerGB2018' } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id }
}

// The host's: Durable Task's hub, timers' leases, the deployed package.
resource hostStorage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}host${suffix}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: { allowBlobPublicAccess: false, allowSharedKeyAccess: false, minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true }
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = { parent: hostStorage, name: 'default' }

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: hostBlobs
  name: 'packages'
  properties: { publicAccess: 'None' }
}

// The office's: cases in a table, documents in a container.
resource dataStorage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}data${suffix}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_GZRS' }
  properties: { allowBlobPublicAccess: false, allowSharedKeyAccess: false, minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true }
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: dataStorage
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 90 }
    containerDeleteRetentionPolicy: { enabled: true, days: 90 }
  }
}

// Everything arrives here. What no case came to name is thrown away after a week; what one names is copied to the documents.
resource uploads 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: dataBlobs
  name: 'uploads'
  properties: { publicAccess: 'None' }
}

resource documents 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: dataBlobs
  name: 'documents'
  properties: { publicAccess: 'None' }
}

// Named by their hash, documents never change; for a while they cannot be deleted either. Left unlocked: locking it is the
// office's decision, and for good.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = {
  parent: documents
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: immutableDays, allowProtectedAppendWrites: false }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = { parent: dataStorage, name: 'default' }

resource cases 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = { parent: tables, name: 'zoneflow' }

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource mail 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: vault, name: 'mail', properties: { value: mailSecret } }

resource evidence 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(evidenceKey)) { parent: vault, name: 'evidence', properties: { value: evidenceKey } }

resource server 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: isFlex ? 'functionapp' : 'elastic'
  sku: isFlex ? { tier: 'FlexConsumption', name: 'FC1' } : { tier: 'ElasticPremium', name: 'EP1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${suffix}'
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: server.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: isFlex
      ? {
          deployment: { storage: { type: 'blobContainer', value: '${hostStorage.properties.primaryEndpoints.blob}packages', authentication: { type: 'SystemAssignedIdentity' } } }
          // One instance is always ready for pages: an official does not wait for a cold start.
          scaleAndConcurrency: { maximumInstanceCount: 40, instanceMemoryMB: 2048, alwaysReady: [{ name: 'http', instanceCount: 1 }] }
          runtime: { name: 'dotnet-isolated', version: dotnetVersion }
        }
      : null
    siteConfig: isFlex
      ? { minTlsVersion: '1.2', ftpsState: 'Disabled' }
      : { minTlsVersion: '1.2', ftpsState: 'Disabled', linuxFxVersion: 'DOTNET-ISOLATED|${dotnetVersion}', alwaysOn: false, minimumElasticInstanceCount: 1 }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      AzureWebJobsStorage__accountName: hostStorage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsDisableHomepage: 'true'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      ZoneFlow__BaseAddress: baseAddress
      ZoneFlow__Office: office
      ZoneFlow__Mail__From: mailFrom
      ZoneFlow__Scanner__Host: scannerHost
      ZoneFlow__Storage__TableEndpoint: dataStorage.properties.primaryEndpoints.table
      ZoneFlow__Storage__BlobEndpoint: dataStorage.properties.primaryEndpoints.blob
    },
    isFlex ? {} : { FUNCTIONS_EXTENSION_VERSION: '~4', FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated' },
    mailSettings,
    evidenceSettings
  )
  dependsOn: [hostGrants, dataGrants, secretGrant, mail, evidence]
}

resource hostGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
    scope: hostStorage
    name: guid(hostStorage.id, app.id, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: app.identity.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource dataGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobOwner, roles.tableContributor]: {
    scope: dataStorage
    name: guid(dataStorage.id, app.id, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: app.identity.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource secretGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, app.id, roles.secretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: { groupShortName: take(name, 12), enabled: true, emailReceivers: [{ name: 'operator', emailAddress: alertEmail, useCommonAlertSchema: true }] }
}

var alerts = [
  { name: 'parked', text: 'A case was parked', query: 'traces | where message startswith "Case " and message has "is parked"' }
  { name: 'undelivered', text: 'An effect was given up on, or a mail came back', query: 'traces | where message has "parked: True" or message has "came back from the provider"' }
  { name: 'failing', text: 'The sweep, the watch, the sweep of uploads or the daily root failed', query: 'requests | where name in ("sweep", "watch", "orphans", "roots") and success == false' }
  { name: 'silent', text: 'The sweep has not run for half an hour', query: 'requests | where name == "sweep" | summarize runs = count() | where runs == 0' }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for alert in alerts: {
    name: '${name}-${alert.name}'
    location: location
    properties: {
      description: alert.text
      severity: 1
      enabled: true
      scopes: [insights.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      criteria: { allOf: [{ query: alert.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }] }
      actions: { actionGroups: [people.id] }
    }
  }
]

output app string = app.name
output address string = 'https://${app.properties.defaultHostName}'
