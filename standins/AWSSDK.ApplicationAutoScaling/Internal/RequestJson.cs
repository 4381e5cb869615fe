using System.Text.Json;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.StandIns;

namespace Amazon.ApplicationAutoScaling.Internal;

/// <summary>Writes what is sent.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, DescribeScalableTargetsRequest value)
    {
        writer.Put("ServiceNamespace", value.ServiceNamespace);
        writer.PutTexts("ResourceIds", value.ResourceIds);
        writer.Put("ScalableDimension", value.ScalableDimension);
        writer.Put("MaxResults", value.MaxResults);
        writer.Put("NextToken", value.NextToken);
    }

    public static void Write(Utf8JsonWriter writer, DescribeScalingPoliciesRequest value)
    {
        writer.PutTexts("PolicyNames", value.PolicyNames);
        writer.Put("ServiceNamespace", value.ServiceNamespace);
        writer.Put("ResourceId", value.ResourceId);
        writer.Put("ScalableDimension", value.ScalableDimension);
        writer.Put("MaxResults", value.MaxResults);
        writer.Put("NextToken", value.NextToken);
    }

    public static void Write(Utf8JsonWriter writer, RegisterScalableTargetRequest value)
    {
        writer.Put("ServiceNamespace", value.ServiceNamespace);
        writer.Put("ResourceId", value.ResourceId);
        writer.Put("ScalableDimension", value.ScalableDimension);
        writer.Put("MinCapacity", value.MinCapacity);
        writer.Put("MaxCapacity", value.MaxCapacity);
        writer.Put("RoleARN", value.RoleARN);
        writer.PutObject("SuspendedState", value.SuspendedState, Write);
    }

    public static void Write(Utf8JsonWriter writer, SuspendedState value)
    {
        writer.Put("DynamicScalingInSuspended", value.DynamicScalingInSuspended);
        writer.Put("DynamicScalingOutSuspended", value.DynamicScalingOutSuspended);
        writer.Put("ScheduledScalingSuspended", value.ScheduledScalingSuspended);
    }
}
