using System.Text.Json;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.StandIns;

namespace Amazon.ApplicationAutoScaling.Internal;

/// <summary>Reads what is answered.</summary>
internal static class ResponseJson
{
    public static DescribeScalableTargetsResponse DescribeScalableTargetsResponse(JsonElement json) => new()
    {
        ScalableTargets = json.List("ScalableTargets", ScalableTarget),
        NextToken = json.Text("NextToken"),
    };

    public static ScalableTarget ScalableTarget(JsonElement json) => new()
    {
        ServiceNamespace = json.Text("ServiceNamespace"),
        ResourceId = json.Text("ResourceId"),
        ScalableDimension = json.Text("ScalableDimension"),
        MinCapacity = json.Int("MinCapacity"),
        MaxCapacity = json.Int("MaxCapacity"),
        RoleARN = json.Text("RoleARN"),
        CreationTime = json.Time("CreationTime"),
        SuspendedState = json.Member("SuspendedState", SuspendedState),
        ScalableTargetARN = json.Text("ScalableTargetARN"),
    };

    public static SuspendedState SuspendedState(JsonElement json) => new()
    {
        DynamicScalingInSuspended = json.Flag("DynamicScalingInSuspended"),
        DynamicScalingOutSuspended = json.Flag("DynamicScalingOutSuspended"),
        ScheduledScalingSuspended = json.Flag("ScheduledScalingSuspended"),
    };

    public static DescribeScalingPoliciesResponse DescribeScalingPoliciesResponse(JsonElement json) => new()
    {
        ScalingPolicies = json.List("ScalingPolicies", ScalingPolicy),
        NextToken = json.Text("NextToken"),
    };

    public static ScalingPolicy ScalingPolicy(JsonElement json) => new()
    {
        PolicyARN = json.Text("PolicyARN"),
        PolicyName = json.Text("PolicyName"),
        ServiceNamespace = json.Text("ServiceNamespace"),
        ResourceId = json.Text("ResourceId"),
        ScalableDimension = json.Text("ScalableDimension"),
        PolicyType = json.Text("PolicyType"),
        TargetTrackingScalingPolicyConfiguration = json.Member("TargetTrackingScalingPolicyConfiguration", TargetTrackingScalingPolicyConfiguration),
        Alarms = json.List("Alarms", Alarm),
        CreationTime = json.Time("CreationTime"),
    };

    public static TargetTrackingScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration(JsonElement json) => new()
    {
        TargetValue = json.Number("TargetValue"),
        PredefinedMetricSpecification = json.Member("PredefinedMetricSpecification", PredefinedMetricSpecification),
        ScaleOutCooldown = json.Int("ScaleOutCooldown"),
        ScaleInCooldown = json.Int("ScaleInCooldown"),
        DisableScaleIn = json.Flag("DisableScaleIn"),
    };

    public static PredefinedMetricSpecification PredefinedMetricSpecification(JsonElement json) => new()
    {
        PredefinedMetricType = json.Text("PredefinedMetricType"),
        ResourceLabel = json.Text("ResourceLabel"),
    };

    public static Alarm Alarm(JsonElement json) => new()
    {
        AlarmName = json.Text("AlarmName"),
        AlarmARN = json.Text("AlarmARN"),
    };

    public static RegisterScalableTargetResponse RegisterScalableTargetResponse(JsonElement json) => new()
    {
        ScalableTargetARN = json.Text("ScalableTargetARN"),
    };
}
