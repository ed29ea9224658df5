using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZoneFlow.Server.Tests.Watching;

/// <summary>Stands in for an OpenTelemetry collector on loopback: takes whatever is sent and keeps it.</summary>
internal sealed class CollectorStub : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<(string Path, byte[] Body)> _taken = [];
    private readonly Task _work;

    public CollectorStub()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _work = WorkAsync();
    }

    public Uri Address { get; }

    /// <summary>What was sent to a path, put together; names in it stand as plain UTF-8.</summary>
    public string Sent(string path)
    {
        lock (_taken)
        {
            return string.Concat(_taken.Where(t => t.Path == path).Select(t => Encoding.UTF8.GetString(t.Body)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _work;
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            lock (_taken)
            {
                _taken.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
            }

            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
