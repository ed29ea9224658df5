using 'main.bicep'

param name = 'zoneflow'
param baseAddress = 'https://zones.example.cn'
param office = '省知识产权局'
param mailFrom = 'office@zones.example.cn'
param alertEmail = 'operator@zones.example.cn'
param mailSecret = readEnvironmentVariable('ZONEFLOW_MAIL_SECRET')
param evidenceKey = readEnvironmentVariable('ZONEFLOW_EVIDENCE_KEY', '')
