using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>
/// What the Functions host says to a worker, and no more: it starts the program as the host does, has it name and load its functions,
/// and invokes them; a request goes to the worker's own address beside its invocation, as the host's proxy sends it.
/// </summary>
internal sealed class StubFunctionsHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _awaited = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TaskCompletionSource _started = new();
    private readonly WebApplication _app;
    private readonly Process _worker;
    private readonly string _durable;
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private HttpResponse? _answers;

    private StubFunctionsHost(WebApplication app, Process worker, string durable) => (_app, _worker, _durable) = (app, worker, durable);

    /// <summary>The functions that the worker named, by name, each with its id.</summary>
    public Dictionary<string, string> Functions { get; } = new(StringComparer.Ordinal);

    public string Log { get; private set; } = "";

    /// <param name="durable">Where the durable client finds its host.</param>
    public static async Task<StubFunctionsHost> StartAsync(IReadOnlyDictionary<string, string?> settings, string durable)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k =>
        {
            k.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2);
            k.Limits.MaxRequestBodySize = null;
            k.Limits.MinRequestBodyDataRate = null;
        });
        var app = builder.Build();
        var host = new StubFunctionsHost(app, new Process { StartInfo = new("dotnet") }, durable);
        app.MapPost("/AzureFunctionsRpcMessages.FunctionRpc/EventStream", host.SpeakAsync);
        await app.StartAsync();
        host.StartWorker(settings, app.Urls.Single());
        await host._started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await host.LoadAsync();
        return host;
    }

    /// <summary>A request, handed to the function whose route it is.</summary>
    public async Task<HttpResponseMessage> SendAsync(string function, HttpMethod method, string path, HttpContent? content = null, string? session = null)
    {
        var invocation = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Http), path)) { Content = content };
        request.Headers.Add("x-ms-invocation-id", invocation);
        if (session is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {session}");
        }

        var invoked = InvokeAsync(function, invocation, new JsonObject { ["request"] = new JsonObject { ["http"] = new JsonObject() } });
        var answer = await _http.SendAsync(request);
        await invoked;
        return answer;
    }

    /// <summary>A trigger that is no request; answers what the function returned.</summary>
    public async Task<JsonNode?> TriggerAsync(string function, string parameter, JsonObject data) =>
        (await InvokeAsync(function, Guid.NewGuid().ToString(), new JsonObject { [parameter] = data }))["returnValue"];

    public async ValueTask DisposeAsync()
    {
        _worker.Kill(entireProcessTree: true);
        await _worker.WaitForExitAsync();
        _worker.Dispose();
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private string Http { get; set; } = "";

    // What the host's extension tells the worker of itself. The span is JSON within JSON: the worker reads that text once more.
    private JsonObject DurableClient => new()
    {
        ["rpcBaseUrl"] = _durable, ["taskHubName"] = "ZoneFlow", ["connectionName"] = "", ["maxGrpcMessageSizeInBytes"] = int.MaxValue,
        ["grpcHttpClientTimeout"] = JsonSerializer.Serialize(TimeSpan.FromSeconds(100)),
    };

    private void StartWorker(IReadOnlyDictionary<string, string?> settings, string address)
    {
        var start = _worker.StartInfo;
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (true, true, AppContext.BaseDirectory);
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "ZoneFlow.Functions.dll"), "--functions-uri", address, "--functions-worker-id", "worker",
            "--functions-request-id", "start", "--functions-grpc-max-message-length", "2147483647",
        })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings.Where(s => s.Value is not null))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = AppContext.BaseDirectory;
        _worker.OutputDataReceived += (_, line) => Log += $"{line.Data}\n";
        _worker.ErrorDataReceived += (_, line) => Log += $"{line.Data}\n";
        _worker.Start();
        _worker.BeginOutputReadLine();
        _worker.BeginErrorReadLine();
    }

    private async Task LoadAsync()
    {
        var initialized = await AskAsync(new JsonObject
        {
            ["workerInitRequest"] = new JsonObject { ["hostVersion"] = "4.0", ["workerDirectory"] = AppContext.BaseDirectory, ["functionAppDirectory"] = AppContext.BaseDirectory },
        });
        Http = initialized["workerInitResponse"]!["capabilities"]!["HttpUri"]!.GetValue<string>();
        var named = await AskAsync(new JsonObject { ["functionsMetadataRequest"] = new JsonObject { ["functionAppDirectory"] = AppContext.BaseDirectory } });
        foreach (var metadata in named["functionMetadataResponse"]!["functionMetadataResults"]!.AsArray())
        {
            var id = metadata!["functionId"]!.GetValue<string>();
            var loaded = await AskAsync(new JsonObject { ["functionLoadRequest"] = new JsonObject { ["functionId"] = id, ["metadata"] = metadata.DeepClone() } });
            Assert.Equal("Success", loaded["functionLoadResponse"]!["result"]!["status"]?.GetValue<string>());
            Functions[metadata["name"]!.GetValue<string>()] = id;
        }
    }

    private async Task<JsonObject> InvokeAsync(string function, string invocation, JsonObject inputs)
    {
        inputs["client"] = new JsonObject { ["string"] = DurableClient.ToJsonString() };
        var request = new JsonObject { ["invocationId"] = invocation, ["functionId"] = Functions[function] };
        request["traceContext"] = new JsonObject { ["traceParent"] = "", ["traceState"] = "" };
        request["inputData"] = new JsonArray([.. inputs.Select(i => new JsonObject { ["name"] = i.Key, ["data"] = i.Value!.DeepClone() })]);
        var answer = (await AskAsync(new JsonObject { ["invocationRequest"] = request }, invocation))["invocationResponse"]!.AsObject();
        Assert.True(answer["result"]!["status"]?.GetValue<string>() == "Success", $"{function}: {answer.ToJsonString()}\n{Log}");
        return answer;
    }

    private async Task<JsonObject> AskAsync(JsonObject message, string? key = null)
    {
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        message["requestId"] = key ??= Guid.NewGuid().ToString();
        _awaited[key] = answer;
        await _one.WaitAsync();
        try
        {
            await _answers!.BodyWriter.WriteAsync(HostProtocol.Frame(message));
        }
        finally
        {
            _one.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task SpeakAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync();
        _answers = http.Response;
        await foreach (var message in HostProtocol.ReadAsync(http.Request.BodyReader))
        {
            if (message.ContainsKey("startStream"))
            {
                _started.TrySetResult();
            }

            // A log has no question that it answers.
            var key = message["invocationResponse"]?["invocationId"]?.GetValue<string>() ?? message["requestId"]?.GetValue<string>() ?? "";
            if (!message.ContainsKey("rpcLog") && _awaited.TryRemove(key, out var asked))
            {
                asked.SetResult(message);
            }
            else if (message["rpcLog"] is { } log)
            {
                Log += $"{log.ToJsonString()}\n";
            }
        }
    }
}
