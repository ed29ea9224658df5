using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>Every route of the running server, called by everybody.</summary>
public sealed class RouteWalkTests(Callers callers, ITestOutputHelper output) : IClassFixture<Callers>
{
    private static readonly int EveryRoute = RunSize.Of(5, 1);
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    // What each caller is to the zone under evaluation; the experts' seats end with it.
    private static readonly Dictionary<string, (Relation Evaluated, Relation Designated)> Relations = new()
    {
        ["nobody"] = (Relation.Stranger, Relation.Stranger),
        ["zone-body"] = (Relation.Own, Relation.Own),
        ["zone-body-2"] = (Relation.Stranger, Relation.Stranger),
        ["city-shenyang"] = (Relation.Endorser, Relation.Endorser),
        ["city-dalian"] = (Relation.Stranger, Relation.Stranger),
        ["province"] = (Relation.Authority, Relation.Authority),
        ["expert-1"] = (Relation.Seated, Relation.Stranger),
        ["expert-4"] = (Relation.Stranger, Relation.Stranger),
        ["operator"] = (Relation.Stranger, Relation.Stranger),
    };

    [Fact]
    public void Table_OfTheCore_IsTheOneWrittenOut()
    {
        foreach (var view in Enum.GetValues<View>())
        {
            foreach (var relation in Enum.GetValues<Relation>())
            {
                foreach (var (isOperator, isPublic) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
                {
                    Assert.True(
                        SeeTable.Allows(view, relation, isOperator, isPublic) == May.See(view, relation, isOperator, isPublic),
                        $"{view} {relation} operator {isOperator} public {isPublic}");
                }
            }
        }
    }

    [Fact]
    public void Route_Any_SaysWhoMayUseItOnce() =>
        Assert.All(Routes(), r => Assert.True(
            new object?[] { r.Metadata.GetMetadata<OpenToAll>(), r.Metadata.GetMetadata<NeedsSignIn>(), r.Metadata.GetMetadata<Shows>() }.Count(m => m is not null) == 1,
            r.DisplayName));

    [Fact]
    public async Task Route_CalledByAnybody_AnswersAsTheTableSays()
    {
        Assert.Equal(Relations.Keys.Order(), callers.Names.Order());
        var before = StoreImage.Of(callers.Server.DataFolder);
        var (cells, wrong) = (0, new List<string>());
        foreach (var name in Relations.Keys)
        {
            using var client = callers.Client(name);
            foreach (var route in Routes().Where(r => !Ends(r)).Where((_, n) => n % EveryRoute == 0))
            {
                foreach (var (id, relation, isPublic) in new[] { (callers.Evaluated, Relations[name].Evaluated, false), (callers.Designated, Relations[name].Designated, true) })
                {
                    foreach (var method in Methods.Where(m => Of(route).Contains(m)))
                    {
                        cells++;
                        var expected = Expected(route, name, relation, isPublic);
                        var found = await AskAsync(client, method, RouteAddress.Of(route, id));
                        if (found != expected)
                        {
                            wrong.Add($"{name} {method} {route.RoutePattern.RawText} public {isPublic}: {found}, not {expected}");
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, StoreImage.Of(callers.Server.DataFolder));
        output.WriteLine($"{Routes().Count()} routes, every {EveryRoute}, {cells} cells");
    }

    [Fact]
    public async Task Route_AskedByAMethodItDoesNotHave_SaysSo()
    {
        using var client = callers.Client("province");
        foreach (var group in Routes().GroupBy(r => RouteAddress.Of(r, callers.Evaluated)))
        {
            foreach (var method in Methods.Except(group.SelectMany(Of)).Where(m => m is "PUT" or "DELETE"))
            {
                using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), group.Key));
                Assert.True((int)answer.StatusCode is 405 or 404, $"{method} {group.Key}: {(int)answer.StatusCode}");
            }
        }
    }

    private static string Expected(RouteEndpoint route, string name, Relation relation, bool isPublic)
    {
        var (isOperator, isSignedIn) = (name == "operator", name != "nobody");
        var allowed = route.Metadata.GetMetadata<Shows>() is { View: var view }
            ? route.RoutePattern.GetParameter("id") is null
                ? SeeTable.Allows(view, Relation.Stranger, isOperator, false)
                : SeeTable.Allows(view, relation, isOperator, isPublic)
            : route.Metadata.GetMetadata<OpenToAll>() is not null || isSignedIn;
        return allowed ? "let in" : isSignedIn ? "not allowed" : "sign in first";
    }

    /// <summary>Whether the caller was let in, whatever the answer then was.</summary>
    private static async Task<string> AskAsync(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET" && !address.StartsWith("/api", StringComparison.Ordinal))
        {
            request.Content = new FormUrlEncodedContent([new("nothing", "1")]);
        }

        using var answer = await client.SendAsync(request);
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{status} {await answer.Content.ReadAsStringAsync()}";
        }

        return status switch
        {
            401 => "sign in first",
            302 when answer.Headers.Location!.ToString().StartsWith("/sign-in?return=", StringComparison.Ordinal) => "sign in first",
            403 when await RuleAsync(answer) == "not-allowed" => "not allowed",
            _ => "let in",
        };
    }

    private static async Task<string?> RuleAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("rule").GetString()
            : (await Browser.ReadAsync(answer)).Html.QuerySelector("[data-rule]")?.GetAttribute("data-rule")
                ?? (await Browser.ReadAsync(answer)).Html.QuerySelector("[data-kind=NotAllowed]") switch { null => null, _ => "not-allowed" };

    private IEnumerable<RouteEndpoint> Routes() => callers.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();

    private static IReadOnlyList<string> Of(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;

    // Ends the caller's own session.
    private static bool Ends(RouteEndpoint route) => route.RoutePattern.RawText == "/api/session";
}
