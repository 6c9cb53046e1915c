create function private.history_vitals(p_record jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'lastVisitDate', p_record #> '{metadata,last_updated}',
    'temperature', p_record #> '{vital_trends,temperature,latest,value}',
    'bloodPressure', p_record #> '{vital_trends,blood_pressure,latest,value}',
    'heartRate', p_record #> '{vital_trends,heart_rate,latest,value}',
    'respiratoryRate', p_record #> '{vital_trends,respiratory_rate,latest,value}',
    'oxygenSaturation', p_record #> '{vital_trends,oxygen_saturation,latest,value}',
    'weight', p_record #> '{vital_trends,weight,latest,value}',
    'height', p_record #> '{vital_trends,height,latest,value}'
  )
$$;

comment on function private.history_vitals(jsonb) is 'recentVitals of a history: the latest value of each vital as it was read, null where it was never measured.';
