// For `az deployment group create --parameters main.bicepparam`. The ids come from the environment.
using './main.bicep'

param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID')
param tabClientId = readEnvironmentVariable('TAB_CLIENT_ID')
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param operatorGroupId = ''
param ownHost = ''
param instances = 2
param mostInstances = 4
param dailyCapGb = 1
param graph = false
param graphCertificate = ''
