using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>Journals that somebody has changed, each refused at the place where it was.</summary>
public sealed class ForgedJournalTests(ProvedOffice office) : IClassFixture<ProvedOffice>
{
    [Fact]
    public async Task Archive_AsExported_HoldsUnderTheOfficesKeyAndRoot() =>
        Assert.Equal((null, null), await ProvedOffice.CheckAsync(office.Archive, office.Root.Key, office.Root.Tree));

    [Fact]
    public async Task Archive_ThatNothingWasDoneTo_StillHoldsWhenPutTogetherAnew() =>
        Assert.Equal((null, null), await ProvedOffice.CheckAsync(new ForgedArchive(office.Archive).Close(), office.Root.Key, office.Root.Tree));

    [Fact]
    public async Task Entry_Forged_IsNamed()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Change(3);
        Assert.Equal(DossierManifest.Entry(3), (await ProvedOffice.CheckAsync(forged.Close())).Entry);
    }

    [Fact]
    public async Task Entries_Reordered_AreNamedAtTheFirst()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Swap(4, 6);
        Assert.Equal(DossierManifest.Entry(4), (await ProvedOffice.CheckAsync(forged.Close())).Entry);
    }

    [Fact]
    public async Task Journal_Truncated_IsRefusedWhereItsRootSaysItWent()
    {
        var forged = new ForgedArchive(office.Archive);
        var length = forged.Entries;
        forged.Truncate(length - 2);
        forged.Chain();
        var (entry, why) = await ProvedOffice.CheckAsync(forged.Close());
        Assert.Equal(DossierManifest.Entry(length), entry);
        Assert.Contains("root", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_ForgedAndChainedAnew_IsRefusedByItsRoot()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Change(2);
        forged.Chain();
        Assert.Equal(DossierManifest.Entry(forged.Entries), (await ProvedOffice.CheckAsync(forged.Close())).Entry);
    }

    [Fact]
    public async Task Journal_SignedAnewByAnotherKey_IsRefusedByWhoeverKnowsTheKeyOrTheRoot()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Change(2);
        forged.Chain();
        using var own = SigningKey.New();
        forged.Sign(own);
        var archive = forged.Close();

        // By itself it fits: that is why keys and roots are published where the office cannot take them back.
        Assert.Equal((null, null), await ProvedOffice.CheckAsync(archive));
        Assert.Equal(DossierManifest.Root, (await ProvedOffice.CheckAsync(archive, key: office.Root.Key)).Entry);
        Assert.Equal(DossierManifest.Root, (await ProvedOffice.CheckAsync(archive, root: office.Root.Tree)).Entry);
    }

    [Fact]
    public async Task Proof_TakenOut_IsMissedByWhoeverKnowsTheKey()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Drop(DossierManifest.Root);
        Assert.Equal(DossierManifest.Root, (await ProvedOffice.CheckAsync(forged.Close(), office.Root.Key)).Entry);
    }

    [Fact]
    public async Task Proof_OfAnotherCase_IsRefused()
    {
        var forged = new ForgedArchive(office.Archive);
        forged.Proof = (await office.Roots.OfCaseAsync(Runtime.Shell.Registrar.Office, default))!;
        Assert.NotNull((await ProvedOffice.CheckAsync(forged.Close(), office.Root.Key)).Entry);
    }

    [Fact]
    public async Task Proof_WithAnyPartChanged_IsRefused()
    {
        var proof = new ForgedArchive(office.Archive).Proof;
        var other = new string('a', 64);
        foreach (var changed in (InclusionProof[])
        [
            proof with { Root = proof.Root with { Tree = other } }, proof with { Root = proof.Root with { Day = proof.Root.Day.AddDays(1) } },
            proof with { Root = proof.Root with { Previous = other } }, proof with { Root = proof.Root with { Leaves = proof.Root.Leaves + 1 } },
            proof with { Root = proof.Root with { Signature = "" } }, proof with { Root = proof.Root with { Signature = "!" } },
            proof with { Index = proof.Index + 1 }, proof with { Path = [.. proof.Path, other] }, proof with { Path = ["x"] },
            proof with { Leaf = proof.Leaf with { Hash = other } }, proof with { Leaf = proof.Leaf with { Number = proof.Leaf.Number - 1 } },
            proof with { Keys = [] }, proof with { Keys = [proof.Keys[0] with { Public = "AAAA" }] }, proof with { Format = 2 },
        ])
        {
            var forged = new ForgedArchive(office.Archive) { Proof = changed };
            Assert.NotNull((await ProvedOffice.CheckAsync(forged.Close())).Entry);
        }
    }
}
