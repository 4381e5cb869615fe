namespace Amazon.ApplicationAutoScaling.Model;

public class ScalableTarget
{
    public ServiceNamespace ServiceNamespace { get; set; }

    public string ResourceId { get; set; }

    public ScalableDimension ScalableDimension { get; set; }

    public int? MinCapacity { get; set; }

    public int? MaxCapacity { get; set; }

    public string RoleARN { get; set; }

    public DateTime? CreationTime { get; set; }

    public SuspendedState SuspendedState { get; set; }

    public string ScalableTargetARN { get; set; }
}
