using Azure.Data.Tables;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZoneFlow.Functions.Tests.Stores;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>A task hub of Durable Task's storage backend, which the Functions host runs in Azure, over an Azurite; the worker speaks to it as there.</summary>
internal sealed class AzureStorageHub(Azurite azurite) : IAsyncDisposable
{
    private readonly string _name = $"hub{Guid.NewGuid():N}"[..20];
    private WebApplication? _side;
    private IHost? _worker;

    public DurableTaskClient Client => _worker!.Services.GetRequiredService<DurableTaskClient>();

    public async Task StartAsync(Action<DurableTaskRegistry> tasks)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(azurite.Connection), TaskHubName = _name, PartitionCount = 1, UseAppLease = false,
            LeaseAcquireInterval = TimeSpan.FromSeconds(1), MaxQueuePollingInterval = TimeSpan.FromSeconds(1), WorkerId = "test",
        });
        await service.CreateIfNotExistsAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(service).AddSingleton<IOrchestrationServiceClient>(service).AddSingleton<TaskHubGrpcServer>();
        _side = builder.Build();
        _side.MapGrpcService<TaskHubGrpcServer>();
        await _side.StartAsync();

        var worker = Host.CreateEmptyApplicationBuilder(null);
        var channel = GrpcChannel.ForAddress(_side.Urls.Single());
        worker.Services.AddDurableTaskWorker(b =>
        {
            b.UseGrpc(channel);
            b.AddTasks(tasks);
        });
        worker.Services.AddDurableTaskClient(b =>
        {
            b.UseGrpc(channel);
            b.RegisterDirectly();
        });
        _worker = worker.Build();
        await _worker.StartAsync();
    }

    /// <summary>What an instance's history takes in the hub's table, row by row.</summary>
    public async Task<IReadOnlyList<int>> HistoryAsync(string instance)
    {
        var rows = new List<int>();
        await foreach (var row in new TableClient(azurite.Connection, $"{_name}History").QueryAsync<TableEntity>(r => r.PartitionKey == instance))
        {
            rows.Add(row.Sum(p => (2 * p.Key.Length) + (p.Value is string text ? 2 * text.Length : 8)));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker!.StopAsync();
        _worker.Dispose();
        await _side!.DisposeAsync();
    }
}
