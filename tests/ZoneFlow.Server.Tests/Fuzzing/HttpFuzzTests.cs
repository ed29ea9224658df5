using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Fuzzing;

/// <summary>Every route, asked by everybody with spoilt addresses, headers and bodies: never a 500, never a hang, never a byte changed by what was refused.</summary>
public sealed class HttpFuzzTests(FuzzedOffice office, ITestOutputHelper output) : IClassFixture<FuzzedOffice>
{
    private const int Batch = 500;

    // Of the whole process's own time, so that a machine that stands still is no finding; what waits for ever is the client's to end.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/json; charset=utf-16", ""];
    private static readonly string[] HeaderNames = ["Idempotency-Key", "Authorization", "Cookie", "Accept", "Accept-Language", "Origin", "Sec-Fetch-Site", "X-Forwarded-For", "If-None-Match", "Range", "Content-Encoding"];

    [Fact]
    public async Task Requests_SpoiltInAnyPlace_AreAnswered()
    {
        var (bodies, places) = (new Mutator(FuzzRun.Seed, FuzzRun.Corpus("bodies")), new Mutator(FuzzRun.Seed + 1, FuzzRun.Corpus("places")));
        var routes = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
            .SelectMany(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (Route: r, Method: m))).ToList();
        using var client = office.Client();
        client.Timeout = TimeSpan.FromMinutes(5);
        var (inputs, written, compared, statuses) = (FuzzRun.Inputs(20), 0, 0, new SortedDictionary<int, int>());
        var before = StoreImage.Of(office.DataFolder);
        for (var n = 0; n < inputs; n++)
        {
            var (route, method) = routes[places.Under(routes.Count)];
            using var request = Request(route, method, places, bodies);
            var used = Environment.CpuUsage.TotalTime;
            var (status, said) = await AskAsync(client, request);
            Assert.True(status < 500 || status == 599, $"input {n}, seed {FuzzRun.Seed}: {method} {request.RequestUri} {status} {said}\n{await ShowAsync(request)}");
            Assert.True(Environment.CpuUsage.TotalTime - used < Hang, $"input {n}: {method} {request.RequestUri} took {Environment.CpuUsage.TotalTime - used}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            written += method != "GET" && status < 400 ? 1 : 0;
            if (n % Batch == Batch - 1 || n == inputs - 1)
            {
                var after = StoreImage.Of(office.DataFolder);
                if (written == 0)
                {
                    Assert.Equal(before, after);
                    compared++;
                }

                (before, written) = (after, 0);
            }
        }

        output.WriteLine($"{inputs} requests over {routes.Count} routes; the store compared {compared} times; {string.Join(' ', statuses.Select(s => $"{s.Key}×{s.Value}"))}");
    }

    // What the client itself will not send counts as 599.
    private static async Task<(int Status, string Said)> AskAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            using var answer = await client.SendAsync(request);
            return ((int)answer.StatusCode, (int)answer.StatusCode >= 500 ? await answer.Content.ReadAsStringAsync() : "");
        }
        catch (Exception unsendable) when (unsendable is UriFormatException or FormatException or ArgumentException or InvalidOperationException)
        {
            return (599, unsendable.Message);
        }
    }

    private HttpRequestMessage Request(RouteEndpoint route, string method, Mutator places, Mutator bodies)
    {
        var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "id" } when places.Under(4) > 0 => office.Zone,
            RoutePatternParameterPart when places.Under(3) == 0 => "1",
            _ => Escaped(places.NextText()),
        }))));
        var query = places.Under(3) == 0 ? $"?{(places.Under(2) == 0 ? "q" : "procedure")}={Escaped(places.NextText())}&visit={Escaped(places.NextText())}&after={Escaped(places.NextText())}" : "";
        var request = new HttpRequestMessage(new HttpMethod(method), (path.Length > 4_000 ? path[..4_000] : path) + query);
        if (office.Sessions[places.Under(office.Sessions.Count)] is { } session)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {session}");
            request.Headers.TryAddWithoutValidation("Cookie", $"zoneflow={session}");
        }

        for (var more = places.Under(3); more > 0; more--)
        {
            request.Headers.TryAddWithoutValidation(HeaderNames[places.Under(HeaderNames.Length)], Line(places.NextText()));
        }

        if (method != "GET")
        {
            request.Content = new ByteArrayContent(bodies.Next());
            if (Types[bodies.Under(Types.Length)] is { Length: > 0 } type)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", bodies.Under(10) == 0 ? Line(places.NextText()) : type);
            }
        }

        return request;
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text.Length > 300 ? text[..300] : text) is { Length: > 0 } escaped ? escaped : "x";

    private static string Line(string text) => new([.. text.Where(c => c is not ('\r' or '\n' or '\0')).Take(2_000)]);

    private static async Task<string> ShowAsync(HttpRequestMessage request) => $"{string.Join('\n', request.Headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))}\n{request.Content?.Headers.ContentType}\n"
        + (request.Content is null ? "" : FuzzRun.Show(await request.Content.ReadAsByteArrayAsync()));
}
