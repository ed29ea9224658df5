using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>Roots as they are made, published, proved and signed by another key.</summary>
public sealed class DailyRootTests(ProvedOffice office) : IClassFixture<ProvedOffice>
{
    [Fact]
    public async Task Root_AskedForAgainOnItsDay_IsTheSame()
    {
        await office.Roots.RunAsync(default);
        var before = await office.Roots.LatestAsync(default);
        Assert.Null(await office.Roots.RunAsync(default));
        Assert.Equal(before, await office.Roots.LatestAsync(default));
    }

    [Fact]
    public async Task Roots_FollowOneAnother_AndTheirListsAreKept()
    {
        await office.NextRootAsync();
        var roots = (await office.Roots.AllAsync(default)).Roots;
        Assert.All(roots.Zip(roots.Skip(1)), pair => Assert.Equal(pair.Second.StatementHash(), pair.First.Previous));
        Assert.Equal(DailyRoot.NothingBefore, roots[^1].Previous);
        Assert.Subset(StoreContents.Documents(Path.Combine(office.Server.DataFolder, "zoneflow.db")).ToHashSet(), roots.Select(r => r.Content).ToHashSet());
    }

    [Fact]
    public async Task Root_IsPublishedOnPagesInMailsAndInTheFeed()
    {
        var reader = await Browser.OfAsync(office.Server);
        var root = (await office.Roots.LatestAsync(default))!;
        Assert.Contains(root.Tree, (await reader.GetAsync("/evidence")).Text, StringComparison.Ordinal);
        Assert.Contains(JsonSerializer.Deserialize(await reader.Client.GetStringAsync("/evidence.json"), EvidenceJson.Default.PublishedRoots)!.Roots, r => r == root);
        Assert.Contains($"存证根 Signed root {root.Printed()}", (await reader.GetAsync("/feed.atom")).Text, StringComparison.Ordinal);
        var notice = (await reader.GetAsync("/notices")).Html.QuerySelector("main a[href^='/notices/']")!.GetAttribute("href")!;
        Assert.Equal(root.Printed(), (await reader.GetAsync(notice)).Html.QuerySelector("[data-testid=notice-root]")!.TextContent);

        // Whatever goes out after a root was made carries it.
        await office.Server.MoveToAsync(office.Server.Now.AddDays(20));
        var roots = (await office.Roots.AllAsync(default)).Roots.Select(r => r.Printed()).ToHashSet(StringComparer.Ordinal);
        var mail = office.Server.MailsTo((await office.Server.SignInAsync("province")).Sample.Email)[^1].Text!;
        Assert.Contains(roots, printed => mail.Contains($"存证根 Signed root：{printed}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receipt_OfAnOwnAct_ProvesIt_AndIsNobodyElses()
    {
        var entry = (await office.Store.JournalAsync(office.Zone, 0, int.MaxValue, default)).Select(e => JournalText.Read(e.Bytes.Span))
            .Last(e => e.Changes.OfType<Change.ActionTaken>().Any(c => c.Action == "submit"));
        var path = $"/cases/{office.Zone}/done/{Uri.EscapeDataString(entry.Cause)}/proof.json";
        var body = await Browser.OfAsync(office.Server, "zone-body");

        Assert.Contains(path, (await body.GetAsync(path[..^"/proof.json".Length])).Html.QuerySelector("[data-testid=proof]")!.GetAttribute("href"), StringComparison.Ordinal);
        var file = await body.Client.GetByteArrayAsync(path);
        var (proves, fault) = await ProofFile.ReadAsync(new MemoryStream(file), office.Root.Key, null, default);
        Assert.Null(fault);
        Assert.StartsWith($"{office.Zone} {entry.Sequence} ", proves, StringComparison.Ordinal);
        Assert.Equal(404, (await (await Browser.OfAsync(office.Server, "city-shenyang")).GetAsync(path)).Status);

        // The act's own bytes are in it: with a word changed it proves nothing.
        var proof = JsonSerializer.Deserialize(file, EvidenceJson.Default.InclusionProof)!;
        var bytes = Convert.FromBase64String(proof.Entry!);
        bytes[^3] ^= 1;
        var forged = JsonSerializer.SerializeToUtf8Bytes(proof with { Entry = Convert.ToBase64String(bytes) }, EvidenceJson.Default.InclusionProof);
        Assert.NotNull((await ProofFile.ReadAsync(new MemoryStream(forged), null, null, default)).Fault);
        Assert.NotNull((await ProofFile.ReadAsync(new MemoryStream("{\"x\":1}"u8.ToArray()), null, null, default)).Fault);
    }

    [Fact]
    public async Task Receipt_OfToday_IsToBeHadTomorrow()
    {
        var body = await office.Server.SignInAsync("zone-body");
        var fresh = (await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = $"沈阳当日集聚区{Guid.NewGuid():N}"[..12], region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        var entry = JournalText.Read((await office.Store.JournalAsync(new CaseId(fresh), 0, 1, default))[0].Bytes.Span);
        var reader = await Browser.OfAsync(office.Server, "zone-body");
        var path = $"/cases/{fresh}/done/{Uri.EscapeDataString(entry.Cause)}/proof.json";

        Assert.Equal(409, (await reader.GetAsync(path)).Status);
        await office.NextRootAsync();
        Assert.Equal(200, (await reader.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Key_FollowedByAnother_LeadsToIt_AndAFalseOneDoesNot()
    {
        using var next = SigningKey.New();
        var known = (await office.Roots.AllAsync(default)).Keys[0].Id;
        await office.Roots.RotateAsync(next, default);
        var later = new DailyRoots(
            office.Store, office.Server.Services.GetRequiredService<IDocumentStore>(), new EvidenceKey(next), new SetClock(office.Server.Now.AddDays(1)));

        var root = (await later.RunAsync(default))!;
        Assert.Equal(next.Id, root.Key);
        var proof = (await later.OfCaseAsync(office.Zone, default))!;
        Assert.Null(proof.Fault(known, root.Tree));

        var unsigned = proof with { Keys = [.. proof.Keys.Select(k => k.Id == next.Id ? k with { Signature = root.Signature } : k)] };
        Assert.NotNull(unsigned.Fault(known, null));
        Assert.Null(unsigned.Fault(next.Id, null));
        await office.Server.MoveToAsync(office.Server.Now.AddDays(2));
    }
}
