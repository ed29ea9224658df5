using System.Text.Json.Serialization;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Demo;

[JsonSerializable(typeof(DemoMail))]
internal sealed partial class DemoJson : JsonSerializerContext;
