using System.Diagnostics;
using OpenTelemetry.Trace;

namespace FitTrack.Hosting.Telemetry;

/// <summary>
/// Decides about traces that begin here. A call to a database or a server that belongs to nothing begins none: background work looks every few seconds whether there is
/// something to do.
/// </summary>
/// <param name="ratio">The part of the others that is kept, from 0 to 1.</param>
internal sealed class RootSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler _others = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client ? new SamplingResult(SamplingDecision.Drop) : _others.ShouldSample(samplingParameters);
}
