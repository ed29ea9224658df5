using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>Keeps each turn that a host asks of an orchestration and what it was answered, as both go over the wire.</summary>
internal sealed class HistoryRecorder : Interceptor
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OrchestratorRequest> _asked = new(StringComparer.Ordinal);
    private readonly List<RecordedTurn> _turns = [];

    public IReadOnlyList<RecordedTurn> Turns
    {
        get
        {
            lock (_lock)
            {
                return [.. _turns];
            }
        }
    }

    /// <summary>Has the worker call its host through this recorder.</summary>
    public void Listen(IServiceCollection services, int port) => services.PostConfigureAll<GrpcDurableTaskWorkerOptions>(options =>
    {
        options.CallInvoker = GrpcChannel.ForAddress($"http://localhost:{port}").Intercept(this);
        options.Channel = null;
    });

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncServerStreamingCall<TResponse>(
            new Heard<TResponse>(call.ResponseStream, Hear), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        Hear(request);
        return continuation(request, context);
    }

    // An instance has one turn at a time.
    private void Hear(object message)
    {
        lock (_lock)
        {
            if (message is WorkItem { OrchestratorRequest: { } asked })
            {
                _asked[asked.InstanceId] = asked.Clone();
            }
            else if (message is OrchestratorResponse answer)
            {
                _turns.Add(RecordedTurn.Of(_asked[answer.InstanceId], answer));
            }
        }
    }

    private sealed class Heard<T>(IAsyncStreamReader<T> stream, Action<object> hear) : IAsyncStreamReader<T>
    {
        public T Current => stream.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var more = await stream.MoveNext(cancellationToken);
            if (more)
            {
                hear(stream.Current!);
            }

            return more;
        }
    }
}
