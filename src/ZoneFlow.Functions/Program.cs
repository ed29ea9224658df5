using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using ZoneFlow.Functions.Hosting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Cloud;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddCloud(CloudSettings.Read(name => builder.Configuration[name], ShippedPacks.Names));
var app = builder.Build();
return await CloudCommands.Of(args)(app);
