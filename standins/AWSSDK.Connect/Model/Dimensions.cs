namespace Amazon.Connect.Model;

public class Dimensions
{
    public QueueReference Queue { get; set; }

    public Channel Channel { get; set; }

    public RoutingProfileReference RoutingProfile { get; set; }
}
