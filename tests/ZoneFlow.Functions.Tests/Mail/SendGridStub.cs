using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ZoneFlow.Functions.Tests.Stores;

namespace ZoneFlow.Functions.Tests.Mail;

/// <summary>SendGrid's mail address on loopback: keeps what it is sent, and answers what it is told.</summary>
internal sealed class SendGridStub : IDisposable
{
    private readonly HttpListener _listener = new();

    public SendGridStub()
    {
        Address = $"http://127.0.0.1:{Azurite.FreePort()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public int Status { get; set; } = 202;

    public ConcurrentQueue<(string Path, string? Authorization, JsonElement Body)> Received { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
            Received.Enqueue((call.Request.Url!.AbsolutePath, call.Request.Headers["Authorization"], body.RootElement.Clone()));
            call.Response.StatusCode = Status;
            await call.Response.OutputStream.WriteAsync(Status == 202 ? Array.Empty<byte>() : """{"errors":[{"message":"no"}]}"""u8.ToArray());
            call.Response.Close();
        }
    }
}
