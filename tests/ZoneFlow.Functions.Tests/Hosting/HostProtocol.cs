using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>The messages between the Functions host and its worker, as JSON; the worker's package has their description and keeps it to itself.</summary>
internal static class HostProtocol
{
    private const int Prefix = 5;

    private static readonly MessageDescriptor Message = ((FileDescriptor)Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc")
        .GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!
        .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).FindTypeByName<MessageDescriptor>("StreamingMessage");

    /// <summary>A message in its frame: no compression, its length, its bytes.</summary>
    public static byte[] Frame(JsonObject message)
    {
        var bytes = JsonParser.Default.Parse(message.ToJsonString(), Message).ToByteArray();
        var frame = new byte[Prefix + bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)bytes.Length);
        bytes.CopyTo(frame, Prefix);
        return frame;
    }

    public static async IAsyncEnumerable<JsonObject> ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            while (TryTake(ref buffer, out var bytes))
            {
                yield return JsonNode.Parse(JsonFormatter.Default.Format(Message.Parser.ParseFrom(bytes)))!.AsObject();
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static bool TryTake(ref ReadOnlySequence<byte> buffer, out byte[] message)
    {
        message = [];
        if (buffer.Length < Prefix)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(buffer.Slice(1, 4).ToArray());
        if (buffer.Length < Prefix + length)
        {
            return false;
        }

        message = buffer.Slice(Prefix, length).ToArray();
        buffer = buffer.Slice(Prefix + length);
        return true;
    }
}
