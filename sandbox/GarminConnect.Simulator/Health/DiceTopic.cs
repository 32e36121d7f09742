namespace GarminConnect.Simulator.Health;

/// <summary>What is diced for, so that equal indexes do not give equal numbers.</summary>
internal enum DiceTopic
{
    Physique, Worn, Bedtime, SleepLength, SleepSecond, Exercise, ExerciseStart, ExerciseLength, ExerciseIntensity, OffWrist, OffWristStart,
    Liveliness, Evening, Morning, Resting, Variability, HeartRate, Stress, StressBurst, Breath, Oxygen, Stage, Restless, Movement, Steps,
    Floors, Vigorous, HeartVariability, WeighIn, WeighInTime,
    Weight, BloodPressure, Pressure, Water, Sweat, MaximalOxygen, SkinTemperature, Readiness,
}
