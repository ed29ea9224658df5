// Azure operated by 21Vianet (az cloud set --name AzureChinaCloud). Read "The China regions" in README.md before using it: it says
// what that cloud's documentation offers, and what has to be asked there.
using 'main.bicep'

param name = 'zoneflow'
param location = 'chinanorth3'
param baseAddress = 'https://zones.example.cn'
param office = '省知识产权局'
param mailFrom = 'office@zones.example.cn'
param alertEmail = 'operator@zones.example.cn'
// Flex is described there, and no list of its regions was found; SendGrid is not described.
param plan = 'ElasticPremium'
// The head needs .NET 10: ask for the list of runtimes first, and publish self-contained where 10.0 is not on it.
param dotnetVersion = '10.0'
param smtpHost = 'smtp.example.cn'
param smtpUserName = 'office@zones.example.cn'
param mailSecret = readEnvironmentVariable('ZONEFLOW_MAIL_SECRET')
param evidenceKey = readEnvironmentVariable('ZONEFLOW_EVIDENCE_KEY', '')
