using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SendGrid;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.SendGrid;

public sealed class SendGridEventsTests : IDisposable
{
    private const string Body =
        """[{"email":"a@b.cn","timestamp":1772424000,"event":"bounce","reason":"550 no such user","zoneflow_message":"m1","extra":{"x":1}},{"email":"a@b.cn","timestamp":1772424001,"event":"delivered","zoneflow_message":"m2"},{"email":"a@b.cn","timestamp":1772424002,"event":"dropped","reason":"Bounced Address"}]""";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TablesStore _store;
    private readonly SendGridEvents _events;

    public SendGridEventsTests()
    {
        var clock = new SteppedClock(Samples.Noon);
        _store = new TablesStore(new MemoryTable().Table, clock);
        _events = new SendGridEvents(_store, Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()), clock, NullLogger<SendGridEvents>.Instance);
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Events_WithTheProvidersSignature_KeepWhatCouldNotBeDelivered()
    {
        Assert.Equal(204, await TakeAsync(Body, Now, Signed(Now, Body)));
        Assert.Equal(204, await TakeAsync(Body, Now, Signed(Now, Body)));

        var kept = Assert.Single(await _store.RecordsAsync(RecordKinds.Undelivered, "", 10, default));
        Assert.Contains("550 no such user", kept.Json, StringComparison.Ordinal);
        Assert.Contains("m1", kept.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_WithoutAGoodSignature_AreRefused()
    {
        Assert.Equal(403, await TakeAsync(Body, Now, null));
        Assert.Equal(403, await TakeAsync(Body, Now, "AAAA"));
        Assert.Equal(403, await TakeAsync(Body, Now, "not base64"));
        Assert.Equal(403, await TakeAsync(Body + " ", Now, Signed(Now, Body)));
        Assert.Equal(403, await TakeAsync(Body, "1", Signed("1", Body)));
        Assert.Equal(403, await TakeAsync(Body, null, Signed("", Body)));
        Assert.Equal(400, await TakeAsync("{", Now, Signed(Now, "{")));
        Assert.Equal(404, await new SendGridEvents(_store, null, TimeProvider.System, NullLogger<SendGridEvents>.Instance).TakeAsync(new MemoryStream(), null, null, default));
        Assert.Empty(await _store.RecordsAsync(RecordKinds.Undelivered, "", 10, default));
    }

    private static string Now => Samples.Noon.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private Task<int> TakeAsync(string body, string? timestamp, string? signature) =>
        _events.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), signature, timestamp, default);

    private string Signed(string timestamp, string body) =>
        Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
