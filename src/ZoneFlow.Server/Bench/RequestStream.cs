using System.Diagnostics;

namespace ZoneFlow.Server.Bench;

/// <summary>Requests at a steady rate whatever the answers do: each one's time counts from when it was due to be sent.</summary>
internal static class RequestStream
{
    public static async Task<Latencies> SendAsync(HttpClient client, string path, int perSecond, TimeSpan during)
    {
        var latencies = new Latencies();
        var under = new List<Task>();
        var (begin, count) = (Stopwatch.GetTimestamp(), (int)(perSecond * during.TotalSeconds));
        for (var n = 0; n < count; n++)
        {
            var due = begin + (long)((double)n / perSecond * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due)
            {
                await Task.Delay(1);
            }

            under.Add(GetAsync(client, path, latencies));
        }

        await Task.WhenAll(under);
        return latencies;
    }

    /// <summary>One request; answers how long its body was.</summary>
    public static async Task<int> GetAsync(HttpClient client, string path, Latencies latencies)
    {
        var from = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}.");
        }

        latencies.Add(from);
        return body.Length;
    }
}
