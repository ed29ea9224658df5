using Microsoft.Extensions.Hosting;
using ZoneFlow.Functions.Stores;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Cloud;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Functions.Hosting;

/// <summary>Makes the table, the containers and the office where they are not there yet. Harmless on every start, also of two at once.</summary>
internal sealed class CloudStart(AzureTable table, AzureDocuments documents, FirstStart first, LivingCalendar calendar, CloudSettings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await table.CreateAsync(cancellationToken);
        await documents.CreateAsync(cancellationToken);
        await first.RunAsync(settings.Office, true, settings.Packs, cancellationToken);
        await calendar.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
